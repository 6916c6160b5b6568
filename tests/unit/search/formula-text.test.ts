import { describe, expect, it } from 'vitest';
import { formulaText } from '../../../src/search/formula-text.ts';
import { textBlocks } from '../../../src/search/text-blocks.ts';
import { htmlOf } from '../markdown/render.ts';

/** A formula as a post has it, on one line. */
function lineOf(tex: string): string | undefined {
  const [line, ...others] = textBlocks(htmlOf(`$$${tex}$$`));
  expect(others).toEqual([]);
  return line;
}

describe('a formula in TeX, as people type it on one line', () => {
  it.each([
    ['x^2 + a_i + a_i^2', 'x^2+a_i+a_i^2'],
    ['x^{n+1} y_{i,j} 10^{-3}', 'x^(n+1) y_(i,j) 10^(-3)'],
    ['a^{b^c} + {x^2}^3 + {a_i}^2', 'a^(b^c) + (x^2)^3 + a_i^2'],
    ["f'(x) + x'_i + x'^{2n}", 'f′(x)+x′_i+x′^(2n)'],
    [String.raw`U^\dagger U_j^\dagger A^*`, 'U† U_j† A^*'],
    ['2 {}^{14}_6C', '2 _6^14 C'],
  ])('indices: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it.each([
    [String.raw`\frac12 x`, '1/2 x'],
    [String.raw`\frac{a+b}{c+d}`, '(a+b)/(c+d)'],
    [String.raw`e^{i\theta/2} + \frac{i\theta}{2} + \frac{1}{2n}`, 'e^(iθ/2)+iθ/2+1/(2n)'],
    [String.raw`\left(\frac{a}{b}\right)^2 \frac{(a+b)}{2}`, '(a/b)^2 (a+b)/2'],
    [String.raw`\sqrt{x+1} \sqrt2 \sqrt{\sqrt 2} \sqrt[3]{x+1} \sqrt[n]{2}`, '√(x+1) √2 √√2 (x+1)^(1/3) 2^(1/n)'],
    [String.raw`\binom{n}{k}`, '(n; k)'],
  ])('fractions and roots: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it.each([
    [String.raw`\sum_{i=1}^n a_i`, '∑_(i=1)^n a_i'],
    [String.raw`\lim_{n\to\infty} a_n`, 'lim_(n→∞) a_n'],
    [String.raw`\int_0^1 f(x)\,dx`, '∫_0^1 f(x) dx'],
    [String.raw`\operatorname*{argmin}_{y} f(y)`, 'argmin_y f(y)'],
    [String.raw`A \xrightarrow[a]{b} B \stackrel{!}{=} C`, 'A →_a^b B =^! C'],
    [String.raw`\underbrace{a+b}_{n} c`, '(a+b)_n c'],
    [String.raw`\sideset{_1^2}{_3^4}\sum x`, '_1^2 ∑_3^4 x'],
  ])('limits: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it.each([
    [String.raw`H = \frac{1}{\sqrt 2}\begin{pmatrix}1&1\\1&-1\end{pmatrix}`, 'H = 1/√2 (1 1; 1 -1)'],
    [String.raw`\begin{bmatrix}a+1&b\\c&d\end{bmatrix}\begin{vmatrix}x\\y\end{vmatrix}`, '[a+1 b; c d]|x; y|'],
    [String.raw`f(x) = \begin{cases} 1 & x>0 \\ 0 & \text{otherwise}\end{cases}`, 'f(x) = {1, x&gt;0; 0, otherwise}'],
    [String.raw`\begin{cases} 1, & \text{if } x>0\end{cases}`, '{1, if x&gt;0}'],
    [
      String.raw`\begin{align} a &= b+1 \\ &= d \\ e &= f,\\ g &= h \tag{3}\end{align}`,
      'a = b+1 = d; e = f, g = h (3)',
    ],
    [String.raw`\begin{aligned} a &= b \\ &\quad + c\end{aligned}`, 'a = b +c'],
    [String.raw`\begin{gather}a\\b\end{gather}`, 'a; b'],
    [String.raw`x = 1 \\ y = 2`, 'x = 1; y = 2'],
    [String.raw`\sum_{\substack{i<n\\j<n}} x`, '∑_(i&lt;n; j&lt;n) x'],
    [String.raw`\begin{array}{c|c} a & b \\ \hline c & d\end{array}`, 'a b; c d'],
  ])('what has several lines: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it.each([
    [String.raw`|\psi\rangle=\alpha|0\rangle+\beta|1\rangle`, '|ψ⟩ = α|0⟩+β|1⟩'],
    [String.raw`|+\rangle = \frac{|0\rangle+|1\rangle}{\sqrt2}, |-\rangle\langle -|`, '|+⟩ = (|0⟩+|1⟩)/√2, |-⟩⟨-|'],
    [String.raw`|0\rangle\langle 0|+|1\rangle\langle 1|`, '|0⟩⟨0|+|1⟩⟨1|'],
    [String.raw`\langle\psi|H|\psi\rangle = |\langle a|b\rangle|^2`, '⟨ψ|H|ψ⟩ = |⟨a|b⟩|^2'],
    [String.raw`|x|+|y| \le \|z\|`, '|x|+|y| ≤ ‖z‖'],
    [String.raw`|0\rangle^{\otimes n}`, '|0⟩^(⊗n)'],
    [String.raw`P(A \mid B) = \{x \mid x>0\}`, 'P(A | B) = {x | x &gt; 0}'],
    [String.raw`\left.\frac{f}{g}\right|_{x=0}`, 'f/g|_(x=0)'],
  ])('bars: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it.each([
    [String.raw`\sin x + \operatorname{Tr}(\rho) + \mathrm{CNOT}`, 'sin x + Tr(ρ) + CNOT'],
    [String.raw`x \text{ is even and } y`, 'x is even and y'],
    [String.raw`I\otimes\mathrm{CNOT} + A\otimes B`, 'I ⊗ CNOT + A⊗B'],
    [String.raw`\mathbf{x} \mathcal{O}(n) \mathsf{BQP} \textbf{bold} \mathbb{R}^2`, 'xO(n)BQP bold ℝ^2'],
    [String.raw`a \ne -1, b - c, \pm 1`, 'a ≠ -1, b-c, ±1'],
    [String.raw`n\cdot m = a \ast b`, 'n·m = a*b'],
    [String.raw`f: A \to B := 10,000`, 'f: A → B := 10,000'],
    [String.raw`x_1, \ldots, x_n + n!`, 'x_1, …, x_n+n!'],
  ])('words and operators: %s', (tex, line) => {
    expect(lineOf(tex)).toBe(line);
  });

  it('has places to break long sums', () => {
    expect(lineOf('a_1 b_1 + a_2 b_2 + a_3 b_3')).toBe('a_1 b_1 + a_2 b_2 + a_3 b_3');
    expect(lineOf('a+b+c+d+e+f+g+h')).toBe('a+b+c+d+e+f+g+h');
    expect(lineOf('a+b+c+d+e+f+g+h+i+j+k')).toBe('a + b + c + d + e + f + g + h + i + j + k');
  });

  it('combines one letter with its accent, and leaves that of several out', () => {
    expect(lineOf(String.raw`\hat{a} \vec v \dot x \bar z \overline{AB} \overline{x+y} \underline{w}`)).toBe(
      'âv⃗ẋz̄AB(x+y)w',
    );
  });

  it('shows what is framed or struck out, and not what only holds a place', () => {
    expect(lineOf(String.raw`\boxed{x=1} + \cancel{y} + \phantom{-}z`)).toBe('x = 1 + y + z');
  });
});

it('stands among the words of its paragraph, apart from them when it is displayed', () => {
  expect(textBlocks(htmlOf('The $x$-axis, and $a<b$.'))).toEqual(['The x-axis, and a &lt; b.']);
  expect(textBlocks(htmlOf('so$$x=1$$then'))).toEqual(['so x = 1 then']);
});

it('lets no formula steer Pagefind', () => {
  expect(lineOf(String.raw`\_\_\_ \text{\_\_\_PAGEFIND}`)).not.toContain('___');
});

describe('MathML that nobody made', () => {
  it.each([
    ['', ''],
    ['<mfrac></mfrac>', '/'],
    ['<mfrac><mi>a</mi>', 'a/'],
    ['<msup><mi>a</mi></msup>', 'a'],
    ['<msup><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></msup>', 'a^b cd'],
    ['<msqrt><mi>a</mi><mrow><mi>b</mi></math>', '√(ab)'],
    ['</msqrt><mi>a</mrow></mi></math>b', 'ab'],
    ['<mtable><mi>a</mi><mtr></mtr><mtd><mi>b</mi></mtd></mtable>', 'a; b'],
    ['<mtable></mtable><mtr><mtd></mtd></mtr>', ''],
    ['<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts>', 'a_b'],
    ['<mi>constructor</mi><mover><mi>x</mi><mo>toString</mo></mover>', 'constructor x^toString'],
    ['<mspace/><mi>a</mi><b>c</b> &lt; d <', 'ac &lt; d &lt;'],
    ['<mspace><mi>a</mi></mspace><mprescripts><mi>b</mi></mprescripts>', 'ab'],
    ['<semantics><mi>a</mi><annotation>\\a</annotation></semantics>', 'a'],
  ])('%s', (mathml, line) => {
    expect(formulaText(mathml)).toBe(line);
  });

  it.each(['msqrt', 'mrow', 'msup', 'mfrac', 'mtable', 'mo', 'mover', 'mmultiscripts', 'math'])(
    'keeps what is in 10,000 of %s',
    (name) => {
      expect(formulaText(`${`<${name}>`.repeat(10_000)}<mi>x</mi>${`</${name}>`.repeat(10_000)}`)).toContain('x');
      expect(formulaText(`<${name}><mi>y</mi>`.repeat(10_000)).match(/y/g)?.length).toBe(10_000);
      expect(formulaText(`<mi>z</mi></${name}>`.repeat(10_000)).match(/z/g)?.length).toBe(10_000);
    },
  );

  it('leaves a formula that does not end to who reads tags', () => {
    expect(textBlocks('<math><mi>a</mi>'.repeat(3))).toEqual(['a', 'a', 'a']);
  });
});

// Control characters, and what reorders or hides text on a terminal: marks and overrides of direction, tags, byte-order marks,
// line and paragraph separators, and halves of surrogate pairs. And the bracket of `##[error]`, a command to the runners of GitHub
// Actions wherever in a line it stands (actions/runner, src/Runner.Common/ActionCommand.cs).
const unseen =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}|(?<=##)\[/gu;

/**
 * Makes text safe to print: what a terminal would obey or nobody would see is spelled out (`\u001b`), so that content cannot
 * colour, move, hide or forge what a command prints.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

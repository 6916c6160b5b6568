import type { GuideWords } from './guide.ts';

export const spanishGuide = {
  guideAnswer:
    'Escriba su nombre detrás de author, arriba, y su respuesta en Markdown debajo de este comentario: primero qué hacer, luego por qué funciona.\nLlame al archivo según lo que dice su respuesta, por ejemplo use-a-lock.md: será su dirección.',
  guideQuestion:
    'Escriba la pregunta en una frase detrás de title, su nombre detrás de author, de qué trata detrás de tags, por ejemplo [python, web], y la pregunta entera en Markdown debajo de este comentario.\nLlame a la carpeta según la pregunta, por ejemplo why-is-it-slow: será su dirección.',
  guideNotShown: 'Este comentario no se publica: déjelo o bórrelo.',
} satisfies GuideWords;

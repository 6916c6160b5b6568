import type { GuideWords } from './guide.ts';

export const russianGuide = {
  guideAnswer:
    'Впишите имя после author, а ответ в Markdown — под этим комментарием: сначала что делать, потом почему.\nНазовите файл по сути ответа, например use-a-lock.md: это будет его адрес.',
  guideQuestion:
    'Впишите вопрос одной фразой после title, имя после author, темы после tags, например [python, web], а весь вопрос в Markdown — под этим комментарием.\nНазовите папку по сути вопроса, например why-is-it-slow: это будет его адрес.',
  guideNotShown: 'Этот комментарий не публикуется: оставьте его или удалите.',
} satisfies GuideWords;

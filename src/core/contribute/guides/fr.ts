import type { GuideWords } from './guide.ts';

export const frenchGuide = {
  guideAnswer:
    'Écrivez votre nom derrière author, ci-dessus, et votre réponse en Markdown sous ce commentaire : d’abord ce qu’il faut faire, puis pourquoi cela marche.\nNommez le fichier d’après ce que dit votre réponse, par exemple use-a-lock.md : ce sera son adresse.',
  guideQuestion:
    'Écrivez la question en une phrase derrière title, votre nom derrière author, ce dont il s’agit derrière tags, par exemple [python, web], et toute la question en Markdown sous ce commentaire.\nNommez le dossier d’après la question, par exemple why-is-it-slow : ce sera son adresse.',
  guideNotShown: 'Ce commentaire n’est pas publié : laissez-le ou retirez-le.',
} satisfies GuideWords;

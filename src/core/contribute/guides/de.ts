import type { GuideWords } from './guide.ts';

export const germanGuide = {
  guideAnswer:
    'Schreiben Sie Ihren Namen oben hinter author und Ihre Antwort in Markdown unter diesen Kommentar: erst was zu tun ist, dann warum es hilft.\nBenennen Sie die Datei nach dem, was Ihre Antwort sagt, etwa use-a-lock.md: Das wird ihre Adresse.',
  guideQuestion:
    'Schreiben Sie die Frage in einem Satz hinter title, Ihren Namen hinter author, worum es geht hinter tags, etwa [python, web], und die ganze Frage in Markdown unter diesen Kommentar.\nBenennen Sie den Ordner nach der Frage, etwa why-is-it-slow: Das wird ihre Adresse.',
  guideNotShown: 'Dieser Kommentar wird nicht veröffentlicht: Lassen Sie ihn stehen oder löschen Sie ihn.',
} satisfies GuideWords;

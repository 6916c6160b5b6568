/** Words that pages have around a thread, whole lines of them, in the languages that people copy from most. */
const patterns: readonly [RegExp, string][] = [
  [
    /^(?:back to (?:the )?top|scroll to top|to (?:the )?top|вернуться на ?верх|наверх|к началу|nach oben|zum seitenanfang|haut de page|retour en haut|volver arriba|ir arriba|voltar ao topo|torna su|回到顶部|返回顶部|トップへ戻る)[\s↑⇧^.]*$/iu,
    'leads back to the top of the page',
  ],
  [
    /^(?:share|follow|reply|edit|flag|report|copy link|permalink|save|cite|improve this (?:question|answer)|add a comment|show more comments|share (?:improve this )?(?:question|answer)|поделиться|ответить|комментировать|teilen|antworten|partager|répondre|compartir|responder)$/iu,
    'is a button of the page',
  ],
  [
    /^(?:log ?in|sign ?(?:in|up)|register|войти|регистрация|anmelden|se connecter|iniciar sesión)(?: .{0,60})?$/iu,
    'is a link to sign in',
  ],
  [
    /^(?:©|copyright\b|all rights reserved|terms of (?:use|service)|privacy policy|cookie policy)/iu,
    'is the foot of the page',
  ],
  [/^(?:advertisement|sponsored|реклама|anzeige|publicité)$/iu, 'is an advertisement'],
];

/** Why a line is taken for a part of the page and not of the thread, or undefined if it is not. */
export function furnitureReason(line: string): string | undefined {
  return patterns.find(([pattern]) => pattern.test(line.trim()))?.[1];
}

/** A line between the question and the answers: `3 Answers`, `Ответы`. */
export function isAnswersHeading(line: string): boolean {
  return /^(?:\d+\s+)?(?:answers?|replies|responses|ответ(?:ы|ов|а)?|antwort(?:en)?|réponses?|respuestas?)(?:\s*\(?\d+\)?)?:?$/iu.test(
    line.trim(),
  );
}

/** A line that says that the answer it belongs to was accepted. */
export function isAcceptedMark(line: string): boolean {
  return /^(?:[✓✔☑✅]\s*)?(?:accepted(?: answer)?|solution|best answer|принятый ответ|решение|akzeptierte antwort)[.:!]?$|^[✓✔☑✅]$/iu.test(
    line.trim(),
  );
}

/** Whether a few words only thank or agree: such a block is a comment on what stands before it. */
export function isThanks(text: string): boolean {
  return (
    text.length <= 140 &&
    /^(?:(?:ok(?:ay)?|great|nice|wow|perfect|awesome|cool|yes|yeah|ah|oh|hey|hi|many|ok)[,.! ]+)*(?:thank(?:s| ?you| u)|thx|ty\b|cheers|\+1|much appreciated|appreciate|i agree|agreed|same here|this worked|it works|that works|works for me|спасибо|благодарю|согласен|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|谢谢|ありがとう)/iu.test(
      text.trim(),
    )
  );
}

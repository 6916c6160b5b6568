/** Kinds of pictures that browsers do not show or that can hold scripts, by the ends of their names. */
const unsupported =
  /\.(heic|heif|tiff?|bmp|psd|ai|eps|pdf|svgz?|ico|jxl|jp2|raw|cr[23]|nef|arw|dng|xcf|webm|mp4|mov)$/i;

/** The kind of a picture that cannot be published, by its name (`HEIC`). */
export function unsupportedKind(name: string): string | undefined {
  return unsupported.exec(name)?.[1]?.toUpperCase();
}

export const saveAs = 'save it as png, jpg, gif, webp or avif';

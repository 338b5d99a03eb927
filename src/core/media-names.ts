/** Whether a file has the name of a picture that can be published. */
export const isPicture = (path: string): boolean => /\.(png|jpe?g|webp|avif|gif|svg)$/i.test(path);

/** Whether a file has the name of a video that browsers play. */
export const isVideo = (path: string): boolean => /\.(mp4|webm)$/i.test(path);

/** How a file that browsers do not show has to be brought along instead, by the end of its name. */
export const cureFor = (path: string): string | undefined => {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.entries(cures).find(([, endings]) => endings.split(' ').includes(ending))?.[0];
};

const cures: Readonly<Record<string, string>> = {
  'Export it as JPEG; on a phone, choose "Most Compatible" for its camera.': 'heic heif hif',
  'Export it as JPEG or PNG.': 'tif tiff bmp psd jxl jp2 raw dng cr2 cr3 nef arw ico eps ai',
  'Export it as MP4 with H.264 and AAC, which every browser plays.': 'mov avi mkv m4v ogv wmv flv 3gp mpg mpeg mts',
  'Sound is not published: link to a page where it can be heard.': 'mp3 m4a ogg oga opus wav flac aac aiff',
  'Export its page as a picture, or link to where it is published.': 'pdf doc docx ppt pptx xls xlsx key odt odp',
};

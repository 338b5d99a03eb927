/**
 * Draws the pictures of the sample content: renders every SVG beside this file to the PNG that an entry shows.
 *
 * Run it after changing a drawing: `node scripts/tools/illustrations/draw.ts`. The same SVG gives the same bytes with the same
 * sharp. The drawings hold shapes only, no text, because fonts differ between machines. It stops at the first drawing
 * that is missing, broken or not of its expected size.
 */
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const hero = { width: 1600, height: 800 };
const plate = { width: 1600, height: 900 };

/** Each drawing, the folder of `content/` where its PNG lies, and its size in pixels. */
const pictures = [
  { drawing: '11-11-2019/four-towers', folder: '11-11-2019', size: hero },
  { drawing: '11-11-2019/goji-harvest', folder: '11-11-2019/2019-11-10', size: plate },
  { drawing: '11-11-2019/gala-stage', folder: '11-11-2019/2019-11-10', size: plate },
  { drawing: '11-11-2019/wool-runners', folder: '11-11-2019/2019-11-11', size: plate },
  { drawing: '11-11-2019/new-engine', folder: '11-11-2019/2019-11-11', size: plate },
  { drawing: 'apollo-11/to-the-moon-and-back', folder: 'apollo-11', size: hero },
  { drawing: 'apollo-11/saturn-v', folder: 'apollo-11/1969-07-16', size: plate },
  { drawing: 'apollo-11/eagle', folder: 'apollo-11/1969-07-20', size: plate },
  { drawing: 'apollo-11/splashdown', folder: 'apollo-11/1969-07-24', size: plate },
];

for (const { drawing, folder, size } of pictures) {
  const source = fileURLToPath(new URL(`${drawing}.svg`, import.meta.url));
  const name = drawing.slice(drawing.lastIndexOf('/') + 1);
  const target = fileURLToPath(new URL(`../../../content/${folder}/${name}.png`, import.meta.url));

  const { width, height } = await sharp(source).metadata();
  if (width !== size.width || height !== size.height) {
    throw new Error(
      `${source} is ${width} × ${height}, expected ${size.width} × ${size.height}: fix its width and height.`,
    );
  }
  const { size: bytes } = await sharp(source).flatten().png({ palette: true, compressionLevel: 9 }).toFile(target);
  console.log(`${target}  ${Math.ceil(bytes / 1024)} KB`);
}

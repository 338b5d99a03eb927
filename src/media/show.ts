import { fileName } from '../core/content-files.ts';
import type { ShownMedia, ShownPicture, ShownSource } from '../core/shown-media.ts';
import type { PicturePlan, VariantGroup } from './plan.ts';
import type { FilePlan } from './plan-file.ts';
import type { MediaPlan } from './plan-media.ts';

type Address = (name: string) => string;

/** What is planned as pages show it; `address` gives the address of a published file by its name. */
export const shownMediaOf = (plan: MediaPlan, address: Address): ShownMedia => {
  if (plan.kind === 'picture') return showPicture(plan, address);
  if (plan.kind !== 'video') return showFile(plan, address);
  const { name, type, size, tracks, poster } = plan;
  return {
    kind: 'video',
    src: address(name),
    type,
    size,
    tracks: tracks.map(({ name: track, language }) => ({
      src: address(track),
      ...(language !== undefined && { language }),
    })),
    ...(poster && { poster: showPicture(poster, address) }),
  };
};

const showFile = ({ kind, source, name, type, size, seconds, transcript }: FilePlan, address: Address): ShownMedia => {
  const file = { src: address(name), type, name: fileName(source), size };
  if (kind === 'document') return { kind, ...file };
  return {
    kind,
    ...file,
    ...(seconds !== undefined && { seconds }),
    ...(transcript && { transcript: transcript.text }),
  };
};

const showPicture = ({ measured, groups, fallback, large }: PicturePlan, address: Address): ShownPicture => ({
  kind: 'picture',
  src: address(fallback.name),
  width: measured.width,
  height: measured.height,
  sources: groups.map((group) => sourceOf(group, measured.width, address)),
  large: address(large.name),
  ...(measured.tone !== undefined && { tone: measured.tone }),
  ...(measured.kind === 'crisp' && ({ isDrawn: true } as const)),
});

/** Of several files a browser chooses by width; one alone may have more pixels than it is shown with. */
const sourceOf = ({ format, media, variants }: VariantGroup, shown: number, address: Address): ShownSource => {
  const isFluid = variants.length > 1;
  const files = variants.map(({ name, width }) => {
    const dense = width > shown ? ` ${Math.round((100 * width) / shown) / 100}x` : '';
    return address(name) + (isFluid ? ` ${width}w` : dense);
  });
  const srcset = files.join(', ');
  return { type: `image/${format}`, srcset, isFluid, ...(media !== undefined && { media }) };
};

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { asWritten } from './as-written.ts';
import type { BodyContext } from './body.ts';
import { isElsewhere, pathFrom } from './parse-body.ts';
import { placeIn } from './place-in.ts';

/** Gives every picture its published address and its size. One without alt text, or from another site, is reported. */
export const showPictures = (tree: Root, text: Text, { pictureAt }: BodyContext, report: Report): void => {
  visit(tree, 'element', ({ tagName, properties, position }) => {
    if (tagName !== 'img') return;
    const place = placeIn(text, position?.start);
    const { src: address, alt } = properties;
    if (typeof address !== 'string' || address === '') {
      report({
        ...place,
        rule: 'missing-picture',
        message: 'Unexpected picture without a file, expected the name of one beside the entry',
        hint: 'Save the picture beside the entry, and write its name behind the text: ![A runner crosses the line](runner.jpg)',
      });
      return;
    }
    const written = asWritten(address);
    if (typeof alt !== 'string' || alt.trim() === '') {
      const message = `Unexpected picture "${written}" without alt text, expected a text for those who cannot see it`;
      report({
        ...place,
        rule: 'missing-alt',
        message,
        hint: `Write what it shows: ![A runner crosses the line](${written})`,
      });
    }
    if (isElsewhere(address) || address.startsWith('/')) {
      const message = `Unexpected picture "${written}", expected a file beside the entry`;
      report({
        ...place,
        rule: 'remote-picture',
        message,
        hint: 'Save the picture beside the entry, and show it by its file name.',
      });
      return;
    }
    Object.assign(properties, pictureAt(pathFrom(text, address)), { loading: 'lazy', decoding: 'async' });
  });
};

import type { Root } from 'hast';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { eachElement } from './each-element.ts';

/**
 * Prints the boxes of a task list as signs that say in words whether a task is done: a form field that cannot be used only
 * stands in the way.
 */
export const showTasks = (tree: Root, language: string): void => {
  eachElement(tree, (node, index, parent) => {
    if (node.tagName !== 'input') return;
    const { taskDone, taskOpen } = interfaceTexts(language);
    const isDone = Boolean(node.properties.checked);
    parent.children[index] = {
      type: 'element',
      tagName: 'span',
      properties: { role: 'img', ariaLabel: isDone ? taskDone : taskOpen },
      children: [{ type: 'text', value: isDone ? '☑' : '☐' }],
    };
  });
};

import { judgeContent } from './judge-content.ts';

// A program of its own, because what it renders may take long: `print-dangers.ts <content folder> <event>`.
const [folder = '', event = ''] = process.argv.slice(2);
console.log(JSON.stringify(await judgeContent(folder, event)));

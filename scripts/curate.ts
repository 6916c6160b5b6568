import { carryOut } from '../src/archive/edit/content-plan.ts';
import { loadSettings } from '../src/build/settings.ts';
import { curateCommands } from '../src/contribute/curate/commands.ts';
import { CurateError } from '../src/contribute/curate/curate.ts';
import { describePlan } from '../src/contribute/curate/describe-plan.ts';
import { uncommitted } from '../src/contribute/curate/uncommitted.ts';
import { readArguments, run, UsageError } from './cli/command.ts';
import { terminalConversation } from './cli/terminal-conversation.ts';

const help = `
Does what curators do, in all the files that it concerns. It shows what it will do first, edits only the lines that change, and loses no text.

${Object.values(curateCommands)
  .map(({ usage, what }) => `  npm run curate -- ${usage}\n      ${what}`)
  .join('\n')}

  --dry-run       only show what would be done
  --yes           do not ask
  --force         go on although git has changes that are not committed
  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)

Undo: git restore content, and git clean -fd content for files with a new place.
Exit code: 0 done, 1 not done, 2 wrong usage.
`;

const options = {
  reason: { type: 'string' },
  reopen: { type: 'boolean' },
  none: { type: 'boolean' },
  add: { type: 'string' },
  remove: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  method: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  content: { type: 'string' },
  config: { type: 'string' },
} as const;

await run(async () => {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(curateCommands, name) ? curateCommands[name] : undefined;
  if (!command) throw new UsageError(`Say what to do: ${Object.keys(curateCommands).join(', ')}`);
  const { contentDir } = await loadSettings({ content: values.content, config: values.config });
  const flags = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== false)) as Record<
    string,
    string | true
  >;
  const plan = command.plan(words, flags, { contentDir, today: new Date().toISOString().slice(0, 10) });
  if (plan.changes.length + plan.moves.length === 0) {
    console.log('Nothing to do: the files say so already.');
    return 0;
  }
  console.log(describePlan(plan));
  if (values['dry-run']) return 0;
  const pending = values.force ? undefined : uncommitted(contentDir);
  if (pending !== undefined) throw new CurateError(`${pending} --force goes on nevertheless.`);
  if (!values.yes && !(await confirmed())) {
    console.log('Nothing was done.');
    return 1;
  }
  carryOut(contentDir, plan);
  console.log('Done. npm run validate checks it; git diff shows it.');
  return 0;
});

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError('There is no terminal to ask on: give --yes, or --dry-run to look only.');
  const talk = terminalConversation('Nothing was done.');
  try {
    return /^y(?:es)?$/i.test(await talk.ask('\nDo this? y or n', 'n'));
  } finally {
    talk.end();
  }
}

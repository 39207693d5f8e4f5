/** The program for a pack's authors and their build servers: `node lab.mjs check PACK`. */
import { importFiles } from './hosts/node/importing/importCommand.js';
import { checkOptions, usage, UsageError } from './hosts/node/proving/checkOptions.js';
import { checkPacks, exitCodes } from './hosts/node/proving/checkPacks.js';

/** Put in by the build, as what follows. */
declare const LAB_VERSION: string;
/** The texts of checker.py and of measurer.py. */
declare const LAB_CHECKER: string;
declare const LAB_MEASURER: string;

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--version') {
    process.stdout.write(`${LAB_VERSION}\n`);
    return exitCodes.sound;
  }
  if (command === undefined || command === '--help' || args.includes('--help')) {
    process.stdout.write(usage);
    return command === undefined ? exitCodes.misused : exitCodes.sound;
  }
  try {
    const write = (text: string): void => {
      process.stdout.write(text);
    };
    if (command === 'check') {
      const tools = { checker: LAB_CHECKER, measurer: LAB_MEASURER };
      const program = { version: LAB_VERSION, tools };
      return await checkPacks(checkOptions(args), program, write);
    }
    if (command === 'import') return await importFiles(args, write);
    throw new UsageError(`There is no command “${command}”; there are check and import.`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    return exitCodes.misused;
  }
}

process.exitCode = await main(process.argv.slice(2));

import { keepHeapLean } from './lean-heap.ts';
import { note } from './output.ts';
import { run } from './run.ts';

keepHeapLean(process.env);

// A reader such as `head` closes the pipe early, which ends the command and is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  note(`govprobe: the output cannot be written: ${error.message}`);
  process.exit(1);
});
// There is nowhere left to say it.
process.stderr.on('error', () => undefined);
process.exitCode = await run(process.argv);

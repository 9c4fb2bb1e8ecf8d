import { keepHeapLean } from './lean-heap.ts';
import { run } from './program.ts';

keepHeapLean();

// A reader such as `head` closes the pipe early, which ends the command and is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv);

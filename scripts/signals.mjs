/**
 * Ctrl-C stops the stack in good order. A terminal, npm and our own re-exec may each deliver the
 * same Ctrl-C, so only one that comes later means "at once".
 */
export function stopOnSignals(stack) {
  let asked = 0;
  const onSignal = async () => {
    if (asked && Date.now() - asked > 1_500) {
      stack.kill();
      process.exit(1);
    }
    if (asked) return;
    asked = Date.now();
    console.log('\n  Stopping … (Ctrl-C again stops at once)');
    await stack.stop();
    console.log('  Stopped.\n');
    process.exit(0);
  };
  stopWithParent();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void onSignal());
}

/**
 * npm hands a SIGTERM to its shell, which dies without telling us. A parent that is gone is taken
 * as that SIGTERM; a start from a shell of its own (nohup, systemd) does not depend on its parent.
 */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event && !process.env.GUILDHALL_ON_PINNED_NODE) return;
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && process.kill(process.pid, 'SIGTERM');
  setInterval(watch, 1_000).unref();
}

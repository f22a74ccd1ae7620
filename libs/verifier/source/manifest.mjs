import { isSigned } from './signature.mjs';

/** The manifest, once its signature and every file it names are right; null when it is not there. */
export async function openManifest(files, platform, report, pinned) {
  const bytes = files.get('manifest.json');
  const sealed = files.get('manifest.sig');
  if (!bytes || !sealed) {
    if (!files.isCut) report.missing('the manifest or its signature is not there');
    return null;
  }
  const hash = await platform.digest(bytes);
  let manifest;
  try {
    manifest = JSON.parse(platform.utf8(bytes));
  } catch {
    report.broken('manifest.json is altered: it cannot be read');
    return null;
  }
  const { vkey = '' } = manifest.log ?? {};
  const note = platform.utf8(sealed);
  const text = `guildhall.export.v1\n${manifest.exportId}\n${hash}\n`;
  if (pinned && pinned !== vkey) report.broken('it is signed by another key than the one you gave');
  const oneLine =
    note.startsWith(`${text}\n— `) && note.indexOf('\n', text.length + 1) === note.length - 1;
  if (!oneLine || !(await isSigned(note, vkey, platform)))
    report.broken(
      'the signature of the manifest does not fit: manifest.json or manifest.sig is altered',
    );
  return { ...manifest, hash };
}

/** Sizes and hashes of all files, side by side. */
export async function checkFiles(files, manifest, platform, report) {
  const listed = Object.entries(manifest.files ?? {});
  await Promise.all(
    listed.map(async ([name, { size, sha256 }]) => {
      const bytes = files.get(name);
      if (!bytes) report.missing(`${name} is not there`);
      else if (bytes.length !== size || (await platform.digest(bytes)) !== sha256)
        report.broken(`${name} is altered`);
    }),
  );
  for (const name of files.keys())
    if (!/^manifest\.(json|sig)$/.test(name) && !manifest.files?.[name])
      report.broken(`${name} does not belong here`);
}

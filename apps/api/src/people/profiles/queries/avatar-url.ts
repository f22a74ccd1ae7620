/** Where a face is served from; null when the person shows none. */
export const avatarUrl = (fileId: string | null): string | null =>
  fileId === null ? null : `/api/files/${fileId}/content`;

/** The first of the wished languages (`ar-EG,ar;q=0.9,en;q=0.8`) that is known, region left aside. */
export function firstKnown<Known extends string>(
  wishes: string,
  known: readonly Known[],
): Known | undefined {
  return wishes
    .split(',')
    .map((wish) => wish.trim().toLowerCase().split(/[-;]/)[0])
    .flatMap((wish) => known.filter((language) => language === wish))[0];
}

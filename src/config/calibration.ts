import { Document, isMap, isSeq, visit } from 'yaml';
import type { Calibration } from './schema/calibration.ts';

const remark = ` How often claims like this one turned out right; findings state it as their confidence. Written by \`govprobe calibrate\`; measure anew
 instead of editing. A present finding's raw score is the strength that its probe gives, an absent one's the number of routes that were tried
 and missed. right of n claims, with a 95% interval; a probe has a curve of its own only with as many claims as own-curve says.`;

/** The text of `calibration.yaml`: one line per point and per probe. */
export function calibrationYaml(calibration: Calibration): string {
  const document = new Document(calibration);
  document.commentBefore = remark;
  visit(document, {
    Pair(_, pair) {
      // A probe that uses the common curve has no `curve` key.
      if (String(pair.key) === 'curve' && !isSeq(pair.value)) return visit.REMOVE;
      return undefined;
    },
    Map(_, map) {
      const holdsMore = map.items.some(({ value }) => isMap(value) || (isSeq(value) && value.items.some(isMap)));
      map.flow = !holdsMore;
    },
    Seq(_, list) {
      list.flow = !list.items.some(isMap);
    },
  });
  return document.toString({ lineWidth: 0 });
}

import { Document, isMap, isSeq, visit } from 'yaml';
import { editorLine } from './json-schemas.ts';
import type { Calibration } from './schema/calibration.ts';

const remark = `${editorLine('calibration').slice(1)}
 How often claims like this one are right; findings state this as their confidence. Written by
 \`govprobe calibrate\`; measure again instead of editing. The raw score of a present finding is the
 strength given by its probe, that of an absent one the number of routes tried without success.
 \`right\` of \`n\` claims, with a 95% interval; a probe has its own curve only from \`own-curve\` claims.`;

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

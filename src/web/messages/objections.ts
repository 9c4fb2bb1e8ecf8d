import { catalogue } from './catalogue.ts';

export const objectionTexts = catalogue(
  {
    title: '异议',
    intro:
      '各地对结论的答复以文件提交（JSON，格式见 docs/objection.schema.json）。每一项都会等待人工决定，处理结果印在该地区的报告单上。',
    file: '异议文件',
    fileHint: 'JSON 文件，不超过 1 MB',
    take: '导入',
    taken: (count: string) => `已导入${count}项异议。`,
    none: '没有异议。',
    missing: '请选择文件。',
    list: '全部异议',
    columns: ['地区', '指标', '单位与署名', '主张', '理由', '处理结果'],
    decide: '处理',
  },
  {
    title: 'Objections',
    intro:
      'A government answers to its findings in a file (JSON; docs/objection.schema.json describes it). Each item waits for a decision, and the outcome is printed on its sheet.',
    file: 'File of objections',
    fileHint: 'JSON, at most 1 MB',
    take: 'Take in',
    taken: (count) => `${count} objections were taken in.`,
    none: 'There are no objections.',
    missing: 'Choose a file.',
    list: 'All objections',
    columns: ['Government', 'Probe', 'Office and signer', 'States', 'Reason', 'Outcome'],
    decide: 'decide',
  },
);

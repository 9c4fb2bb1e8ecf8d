import { catalogue } from './catalogue.ts';

/** Texts of the log-in. */
export const loginTexts = catalogue(
  {
    title: '登录',
    name: '姓名',
    password: '密码',
    enter: '登录',
    wrong: '姓名或密码不对。',
    wait: (seconds: string) => `尝试次数过多，请在 ${seconds} 秒后再试。`,
    open: '本机提供的控制台不需要登录。',
  },
  {
    title: 'Log in',
    name: 'Name',
    password: 'Password',
    enter: 'Log in',
    wrong: 'Name or password is wrong.',
    wait: (seconds: string) => `Too many tries; try again in ${seconds} seconds.`,
    open: 'A console on this machine needs no log-in.',
  },
);

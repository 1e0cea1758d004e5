import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say, Trouble } from './say.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

/** The browser the console is tested in: `DUBAN_BROWSER`, an installed Chromium, or Debian's package where it may be installed. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('安装浏览器 Chromium（测试操作界面用，首次约一分钟）');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const installed = findBrowser();
  if (installed === undefined) {
    throw new Trouble(
      '没有找到 Chromium，操作界面的测试无法进行：请安装 Debian 的 chromium 和 fonts-noto-cjk，或以 DUBAN_BROWSER 指明浏览器的位置。',
    );
  }
  return installed;
}

const findBrowser = () => [process.env.DUBAN_BROWSER, ...places].find((place) => place && existsSync(place));

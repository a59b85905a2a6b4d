/** Made by the build, `scripts/vite/chinese-fonts.js`: fonts with the characters of the Chinese messages. */
declare module 'virtual:chinese-fonts' {
  /** Addresses of TrueType files. */
  export const text: string;
  export const bold: string;
  /** What both have. */
  export const characters: string;
}

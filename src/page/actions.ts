/** What a button, a key or the panel can make the page do. */
export interface Actions {
  playPause(): void;
  restart(): void;
  savePicture(): void;
  copyLink(): void;
  openPreset(id: string): void;
  switchTheme(): void;
}

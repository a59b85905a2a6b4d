import { TOLERANCES } from './tolerances.ts';

/** Sees whether L is lost in rounding and comes back; the twin of angular-momentum-watch.wgsl. */
export class AngularMomentumWatch {
  private lost = false;
  regained = false;

  begin(): void {
    this.lost = this.regained = false;
  }

  see(phi1: number, phi2: number, theta1: number, theta2: number): void {
    const squared = (phi1 * theta2 - phi2 * theta1) ** 2;
    const most = (phi1 ** 2 + phi2 ** 2) * (theta1 ** 2 + theta2 ** 2);
    if (squared < TOLERANCES.angularMomentumLost ** 2 * most) this.lost = true;
    else if (this.lost && squared > TOLERANCES.angularMomentumRegained ** 2 * most)
      this.regained = true;
  }
}

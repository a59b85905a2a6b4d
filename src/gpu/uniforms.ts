/** One 4-byte scalar of a uniform buffer. */
export interface UniformField {
  readonly name: string;
  readonly type: 'f32' | 'u32' | 'i32';
  /** What WGSL calls it, where that is not its name. */
  readonly shaderName?: string;
}

/** What WGSL calls a field. */
export function shaderNameOf({ name, shaderName = name }: UniformField): string {
  return shaderName;
}

export type UniformValues = Readonly<Record<string, number>>;

/**
 * The layout of a uniform buffer: 4-byte scalars, field i at byte 4i. WGSL lays a struct of
 * scalars out the same way, so the struct and the packing cannot disagree.
 */
export class UniformLayout {
  readonly fields: readonly UniformField[];
  /** Size in bytes, a multiple of 16 as uniform bindings need. */
  readonly size: number;

  constructor(fields: readonly UniformField[]) {
    this.fields = fields;
    this.size = Math.max(16, Math.ceil(fields.length / 4) * 16);
  }

  /** The WGSL struct of this name. */
  struct(name: string): string {
    return `struct ${name} {\n${this.fields.map((field) => `  ${shaderNameOf(field)}: ${field.type},\n`).join('')}}\n`;
  }

  /** @throws Error where a value is missing, unknown or no number of its field's type. */
  pack(values: UniformValues): ArrayBuffer {
    const known = new Set(this.fields.map(({ name }) => name));
    for (const name of Object.keys(values)) {
      if (!known.has(name)) throw new Error(`unknown uniform: ${name}`);
    }
    const buffer = new ArrayBuffer(this.size);
    const view = new DataView(buffer);
    this.fields.forEach(({ name, type }, index) => {
      const value = values[name];
      if (value === undefined) throw new Error(`missing uniform: ${name}`);
      const fits = type === 'f32' ? Number.isFinite(value) : Number.isInteger(value);
      if (!fits || (type === 'u32' && value < 0)) {
        throw new Error(`invalid uniform: ${name} = ${value}, expected ${type}`);
      }
      if (type === 'f32') view.setFloat32(4 * index, value, true);
      else view.setUint32(4 * index, value, true); // In 32 bits -1 is 2^32 - 1.
    });
    return buffer;
  }
}

export const f32 = (name: string): UniformField => ({ name, type: 'f32' });
export const u32 = (name: string): UniformField => ({ name, type: 'u32' });

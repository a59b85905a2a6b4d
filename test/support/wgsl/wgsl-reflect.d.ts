/** The part of wgsl_reflect that the tests use; its module build comes without types. */
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export class WgslReflect {
    constructor(code: string);
    readonly structs: readonly {
      readonly name: string;
      readonly size: number;
      readonly members: readonly {
        readonly name: string;
        readonly offset: number;
        readonly type: { readonly name: string };
      }[];
    }[];
  }
}

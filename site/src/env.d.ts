declare namespace App {
  interface Locals {
    /** The one thing that a page is made of. */
    page: import("@lingxi/core/publication/schema").PageInput;
  }
}

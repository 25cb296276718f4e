#define CAML_NAME_SPACE
#include <stdio.h>
#include <caml/mlvalues.h>
#include <caml/memory.h>
#include <caml/alloc.h>

value bench_hello(value name)
{
  CAMLparam1(name);
  char greeting[100];
  snprintf(greeting, sizeof greeting, "Hello, %s!", String_val(name));
  CAMLreturn(caml_copy_string(greeting));
}

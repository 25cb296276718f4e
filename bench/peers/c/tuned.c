/* What an expert makes of the stubs in idiomatic.c, where that is something else: no CAMLparam in a function that does not
   allocate while it still needs a value, caml_alloc_small with plain stores for small blocks, cells chained without
   registering more than the list. Linked with idiomatic.c, whose functions of these names are weak. */

#define CAML_NAME_SPACE
#define CAML_INTERNALS
#include <stdlib.h>
#include <string.h>
#include <caml/mlvalues.h>
#include <caml/memory.h>
#include <caml/alloc.h>
#include <caml/bigarray.h>
#include <caml/custom.h>
#include <caml/callback.h>
#include <caml/fail.h>

value bench_noop(value unit) { return unit; }

value bench_add_int(value a, value b) { return a + b - 1; }

value bench_add_float(value a, value b) { return caml_copy_double(Double_val(a) + Double_val(b)); }

value bench_add_int64(value a, value b)
{
  return caml_copy_int64((uint64_t)Int64_val(a) + (uint64_t)Int64_val(b));
}

value bench_strlen(value s) { return Val_long(caml_string_length(s)); }

value bench_triple(value i)
{
  value triple = caml_alloc_small(3, 0);
  Field(triple, 0) = i;
  Field(triple, 1) = i + 2;
  Field(triple, 2) = i + 4;
  return triple;
}

value bench_record(value example)
{
  CAMLparam1(example);
  CAMLlocal1(name);
  mlsize_t length = caml_string_length(Field(example, 0));
  name = caml_alloc_string(length);
  memcpy(Bytes_val(name), String_val(Field(example, 0)), length);
  value changed = caml_alloc_small(2, 0);
  Field(changed, 0) = name;
  Field(changed, 1) = Field(example, 1) + 2;
  CAMLreturn(changed);
}

value bench_record_shared(value example)
{
  CAMLparam1(example);
  value changed = caml_alloc_small(2, 0);
  Field(changed, 0) = Field(example, 0);
  Field(changed, 1) = Field(example, 1) + 2;
  CAMLreturn(changed);
}

value bench_area(value shape)
{
  double area = 0.0;
  if (Is_block(shape)) {
    double first = Double_val(Field(shape, 0));
    area = Tag_val(shape) == 0 ? 3.0 * first * first : first * Double_val(Field(shape, 1));
  }
  return caml_copy_double(area);
}

value bench_option(value i)
{
  if (Is_long(i)) return i;
  intnat n = Field(i, 0) + 2;
  value some = caml_alloc_small(1, 0);
  Field(some, 0) = n;
  return some;
}

value bench_float_sum(value floats)
{
  double sum = 0.0;
  mlsize_t length = Wosize_val(floats) / Double_wosize;
  for (mlsize_t i = 0; i < length; i++) sum += Double_flat_field(floats, i);
  return caml_copy_double(sum);
}

value bench_float_array(value n)
{
  mlsize_t length = Long_val(n);
  value floats = caml_alloc_float_array(length);
  double *data = (double *)floats;
  for (mlsize_t i = 0; i < length; i++) data[i] = (double)i;
  return floats;
}

value bench_float_array_made(value n) { return bench_float_array(n); }

value bench_float_array_copied(value n)
{
  mlsize_t length = Long_val(n);
  double *own = malloc(length * sizeof(double));
  for (mlsize_t i = 0; i < length; i++) own[i] = (double)i;
  value floats = caml_alloc_float_array(length);
  memcpy((void *)floats, own, length * sizeof(double));
  free(own);
  return floats;
}

value bench_list_sum(value ints)
{
  intnat sum = 0;
  for (; ints != Val_emptylist; ints = Field(ints, 1)) sum += Long_val(Field(ints, 0));
  return Val_long(sum);
}

value bench_int_list(value n)
{
  CAMLparam0();
  CAMLlocal1(list);
  list = Val_emptylist;
  for (intnat i = Long_val(n) - 1; i >= 0; i--) {
    value cell = caml_alloc_small(2, 0);
    Field(cell, 0) = Val_long(i);
    Field(cell, 1) = list;
    list = cell;
  }
  CAMLreturn(list);
}

value bench_string_list(value n)
{
  CAMLparam0();
  CAMLlocal2(list, string);
  list = Val_emptylist;
  for (intnat i = Long_val(n) - 1; i >= 0; i--) {
    string = caml_alloc_initialized_string(8, "8 bytes.");
    value cell = caml_alloc_small(2, 0);
    Field(cell, 0) = string;
    Field(cell, 1) = list;
    list = cell;
  }
  CAMLreturn(list);
}

value bench_error(value i)
{
  if (Long_val(i) < 0) caml_failwith("negative");
  return i;
}

value bench_result(value i)
{
  if (Long_val(i) < 0) {
    CAMLparam0();
    CAMLlocal1(message);
    message = caml_alloc_initialized_string(8, "negative");
    value result = caml_alloc_small(1, 1);
    Field(result, 0) = message;
    CAMLreturn(result);
  }
  value result = caml_alloc_small(1, 0);
  Field(result, 0) = i;
  return result;
}

value bench_bigarray_sum(value array)
{
  double *floats = Caml_ba_data_val(array);
  intnat length = Caml_ba_array_val(array)->dim[0];
  double sum = 0;
  for (intnat i = 0; i < length; i++) sum += floats[i];
  return caml_copy_double(sum);
}

value bench_bigarray(value n)
{
  intnat length = Long_val(n);
  double *floats = malloc(length * sizeof(double));
  for (intnat i = 0; i < length; i++) floats[i] = i;
  return caml_ba_alloc_dims(CAML_BA_FLOAT64 | CAML_BA_C_LAYOUT | CAML_BA_MANAGED, 1, floats, length);
}

struct counter { intnat count; };

value bench_custom_get(value v) { return Val_long((*(struct counter **)Data_custom_val(v))->count); }

struct lent { struct counter counter; intnat users; };
extern struct custom_operations counter_operations;

value bench_lent_get(value v)
{
  if (Is_long(v) || Tag_val(v) != Custom_tag || Custom_ops_val(v) != &counter_operations)
    caml_invalid_argument("bench_lent_get: expected a counter");
  struct lent *lent = *(struct lent **)Data_custom_val(v);
  if (lent->users < 0) caml_invalid_argument("bench_lent_get: being changed");
  lent->users++;
  intnat count = lent->counter.count;
  lent->users--;
  if (count < Min_long || count > Max_long) caml_invalid_argument("bench_lent_get: out of range");
  return Val_long(count);
}

value bench_frozen_get(value v) { return bench_custom_get(v); }

value bench_added(value v, value n)
{
  return Val_long((*(struct counter **)Data_custom_val(v))->count + Long_val(n));
}

value bench_six(value a, value b, value c, value d, value e, value f)
{
  return a + b + c + d + e + f - 5;
}

value bench_six_checked(value a, value b, value c, value d, value e, value f)
{
  if (Is_block(a & b & c & d & e & f)) caml_invalid_argument("bench_six: expected an int");
  intnat sum = Long_val(a) + Long_val(b) + Long_val(c) + Long_val(d) + Long_val(e) + Long_val(f);
  if (sum < Min_long || sum > Max_long) caml_invalid_argument("bench_six: out of range");
  return Val_long(sum);
}

value bench_callback(value f, value x) { return caml_callback(f, x); }

value bench_named_callback(value x)
{
  static const value *function = NULL;
  if (function == NULL) function = caml_named_value("bench_succ");
  return caml_callback(*function, x);
}

value bench_nested(value record)
{
  CAMLparam0();
  CAMLlocal1(rest);
  intnat n[5];
  for (int depth = 0; depth < 5; depth++) {
    n[depth] = Field(record, 0) + 2;
    if (depth < 4) record = Field(record, 1);
  }
  rest = caml_alloc_small(1, 0);
  Field(rest, 0) = n[4];
  for (int depth = 3; depth >= 0; depth--) {
    value outer = caml_alloc_small(2, 0);
    Field(outer, 0) = n[depth];
    Field(outer, 1) = rest;
    rest = outer;
  }
  CAMLreturn(rest);
}

value bench_step(value step)
{
  CAMLparam1(step);
  static value go;
  if (go == 0) go = caml_hash_variant("Go");
  if (Is_long(step)) CAMLreturn(step);
  value result;
  if (Field(step, 0) == go) {
    result = caml_alloc_small(2, 0);
    Field(result, 1) = Field(step, 1) + 2;
  } else {
    CAMLlocal1(pair);
    pair = caml_alloc_small(2, 0);
    Field(pair, 0) = Field(Field(step, 1), 1);
    Field(pair, 1) = Field(Field(step, 1), 0);
    result = caml_alloc_small(2, 0);
    Field(result, 1) = pair;
  }
  Field(result, 0) = Field(step, 0);
  CAMLreturn(result);
}

value bench_hashtbl_sum(value table)
{
  intnat sum = 0;
  value buckets = Field(table, 1);
  for (mlsize_t i = 0; i < Wosize_val(buckets); i++)
    for (value cell = Field(buckets, i); Is_block(cell); cell = Field(cell, 2))
      sum += Long_val(Field(cell, 0)) + Long_val(Field(cell, 1));
  return Val_long(sum);
}

value bench_seq_sum(value seq)
{
  CAMLparam0();
  intnat sum = 0;
  for (;;) {
    value node = caml_callback(seq, Val_unit);
    if (Is_long(node)) break;
    sum += Long_val(Field(node, 0));
    seq = Field(node, 1);
  }
  CAMLreturn(Val_long(sum));
}

value bench_hashtbl_sum_checked(value table)
{
  if (Is_long(table) || Tag_val(table) != 0 || Wosize_val(table) != 4)
    caml_invalid_argument("bench_hashtbl_sum: expected a Hashtbl.t");
  intnat sum = 0;
  value buckets = Field(table, 1);
  if (Is_long(buckets) || Tag_val(buckets) != 0) caml_invalid_argument("bench_hashtbl_sum: expected an array");
  for (mlsize_t i = 0; i < Wosize_val(buckets); i++)
    for (value cell = Field(buckets, i); cell != Val_long(0); cell = Field(cell, 2)) {
      if (Is_long(cell) || Tag_val(cell) != 0 || Wosize_val(cell) != 3)
        caml_invalid_argument("bench_hashtbl_sum: expected a bucket");
      if (Is_block(Field(cell, 0) & Field(cell, 1))) caml_invalid_argument("bench_hashtbl_sum: expected an int");
      sum += Long_val(Field(cell, 0)) + Long_val(Field(cell, 1));
    }
  if (sum < Min_long || sum > Max_long) caml_invalid_argument("bench_hashtbl_sum: out of range");
  return Val_long(sum);
}

value bench_seq_sum_checked(value seq)
{
  CAMLparam0();
  intnat sum = 0;
  for (;;) {
    if (Is_long(seq) || (Tag_val(seq) != Closure_tag && Tag_val(seq) != Infix_tag))
      caml_invalid_argument("bench_seq_sum: expected a function");
    value node = caml_callback(seq, Val_unit);
    if (node == Val_long(0)) break;
    if (Is_long(node) || Tag_val(node) != 0 || Wosize_val(node) != 2)
      caml_invalid_argument("bench_seq_sum: expected a node");
    if (Is_block(Field(node, 0))) caml_invalid_argument("bench_seq_sum: expected an int");
    sum += Long_val(Field(node, 0));
    seq = Field(node, 1);
  }
  if (sum < Min_long || sum > Max_long) caml_invalid_argument("bench_seq_sum: out of range");
  CAMLreturn(Val_long(sum));
}

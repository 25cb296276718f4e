/* The C side of the benchmark: idiomatic stubs, as the chapter "Interfacing C with OCaml" of the
   OCaml manual teaches them (CAMLparam, caml_alloc, Store_field). */

#define CAML_NAME_SPACE
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <caml/mlvalues.h>
#include <caml/memory.h>
#include <caml/alloc.h>
#include <caml/bigarray.h>
#include <caml/custom.h>
#include <caml/callback.h>
#include <caml/fail.h>
#include <caml/signals.h>
#include <caml/threads.h>

value bench_noop(value unit)
{
  CAMLparam1(unit);
  CAMLreturn(Val_unit);
}

value bench_add_int(value a, value b)
{
  CAMLparam2(a, b);
  CAMLreturn(Val_long(Long_val(a) + Long_val(b)));
}

value bench_add_float(value a, value b)
{
  CAMLparam2(a, b);
  CAMLreturn(caml_copy_double(Double_val(a) + Double_val(b)));
}

double bench_add_unboxed(double a, double b) { return a + b; }

value bench_add_int64(value a, value b)
{
  CAMLparam2(a, b);
  CAMLreturn(caml_copy_int64((uint64_t)Int64_val(a) + (uint64_t)Int64_val(b)));
}

value bench_strlen(value s)
{
  CAMLparam1(s);
  CAMLreturn(Val_long(caml_string_length(s)));
}

value bench_echo(value s)
{
  CAMLparam1(s);
  CAMLlocal1(copy);
  mlsize_t length = caml_string_length(s);
  copy = caml_alloc_string(length);
  memcpy(Bytes_val(copy), String_val(s), length);
  CAMLreturn(copy);
}

value bench_triple(value i)
{
  CAMLparam1(i);
  CAMLlocal1(triple);
  triple = caml_alloc_tuple(3);
  Store_field(triple, 0, i);
  Store_field(triple, 1, Val_long(Long_val(i) + 1));
  Store_field(triple, 2, Val_long(Long_val(i) + 2));
  CAMLreturn(triple);
}

value bench_record(value example)
{
  CAMLparam1(example);
  CAMLlocal2(changed, name);
  name = caml_copy_string(String_val(Field(example, 0)));
  changed = caml_alloc(2, 0);
  Store_field(changed, 0, name);
  Store_field(changed, 1, Val_long(Long_val(Field(example, 1)) + 1));
  CAMLreturn(changed);
}

value bench_record_shared(value example)
{
  CAMLparam1(example);
  CAMLlocal1(changed);
  changed = caml_alloc(2, 0);
  Store_field(changed, 0, Field(example, 0));
  Store_field(changed, 1, Val_long(Long_val(Field(example, 1)) + 1));
  CAMLreturn(changed);
}

value bench_area(value shape)
{
  CAMLparam1(shape);
  double area = 0.0;
  if (Is_block(shape)) {
    if (Tag_val(shape) == 0) {
      double radius = Double_val(Field(shape, 0));
      area = 3.0 * radius * radius;
    } else {
      area = Double_val(Field(shape, 0)) * Double_val(Field(shape, 1));
    }
  }
  CAMLreturn(caml_copy_double(area));
}

value bench_option(value i)
{
  CAMLparam1(i);
  CAMLlocal1(some);
  if (Is_long(i)) CAMLreturn(Val_long(0));
  some = caml_alloc(1, 0);
  Store_field(some, 0, Val_long(Long_val(Field(i, 0)) + 1));
  CAMLreturn(some);
}

value bench_float_sum(value floats)
{
  CAMLparam1(floats);
  double sum = 0.0;
  mlsize_t length = Wosize_val(floats) / Double_wosize;
  for (mlsize_t i = 0; i < length; i++) sum += Double_flat_field(floats, i);
  CAMLreturn(caml_copy_double(sum));
}

value bench_float_array(value n)
{
  CAMLparam1(n);
  CAMLlocal1(floats);
  mlsize_t length = Long_val(n);
  floats = caml_alloc(length * Double_wosize, Double_array_tag);
  for (mlsize_t i = 0; i < length; i++) Store_double_flat_field(floats, i, (double)i);
  CAMLreturn(floats);
}

value bench_float_array_made(value n) { return bench_float_array(n); }

value bench_float_array_copied(value n)
{
  CAMLparam1(n);
  CAMLlocal1(floats);
  mlsize_t length = Long_val(n);
  double *own = malloc(length * sizeof(double));
  for (mlsize_t i = 0; i < length; i++) own[i] = (double)i;
  floats = caml_alloc(length * Double_wosize, Double_array_tag);
  memcpy((void *)floats, own, length * sizeof(double));
  free(own);
  CAMLreturn(floats);
}

value bench_list_sum(value ints)
{
  CAMLparam1(ints);
  intnat sum = 0;
  for (; ints != Val_emptylist; ints = Field(ints, 1)) sum += Long_val(Field(ints, 0));
  CAMLreturn(Val_long(sum));
}

value bench_int_list(value n)
{
  CAMLparam1(n);
  CAMLlocal2(list, cell);
  list = Val_emptylist;
  for (intnat i = Long_val(n) - 1; i >= 0; i--) {
    cell = caml_alloc(2, 0);
    Store_field(cell, 0, Val_long(i));
    Store_field(cell, 1, list);
    list = cell;
  }
  CAMLreturn(list);
}

value bench_string_list(value n)
{
  CAMLparam1(n);
  CAMLlocal3(list, cell, string);
  list = Val_emptylist;
  for (intnat i = Long_val(n) - 1; i >= 0; i--) {
    string = caml_alloc_initialized_string(8, "8 bytes.");
    cell = caml_alloc(2, 0);
    Store_field(cell, 0, string);
    Store_field(cell, 1, list);
    list = cell;
  }
  CAMLreturn(list);
}

value bench_error(value i)
{
  CAMLparam1(i);
  if (Long_val(i) < 0) caml_failwith("negative");
  CAMLreturn(i);
}

value bench_result(value i)
{
  CAMLparam1(i);
  CAMLlocal2(result, message);
  if (Long_val(i) < 0) {
    message = caml_copy_string("negative");
    result = caml_alloc(1, 1);
    Store_field(result, 0, message);
  } else {
    result = caml_alloc(1, 0);
    Store_field(result, 0, i);
  }
  CAMLreturn(result);
}

value bench_bigarray_sum(value array)
{
  CAMLparam1(array);
  double *floats = Caml_ba_data_val(array);
  double sum = 0;
  for (intnat i = 0; i < Caml_ba_array_val(array)->dim[0]; i++) sum += floats[i];
  CAMLreturn(caml_copy_double(sum));
}

value bench_bigarray(value n)
{
  CAMLparam1(n);
  double *floats = malloc(Long_val(n) * sizeof(double));
  for (intnat i = 0; i < Long_val(n); i++) floats[i] = i;
  CAMLreturn(caml_ba_alloc_dims(CAML_BA_FLOAT64 | CAML_BA_C_LAYOUT | CAML_BA_MANAGED, 1, floats,
                                Long_val(n)));
}

/* A struct of its own behind a custom block, as a C library's object, freed by the finalizer. */
struct counter { intnat count; };

static void counter_finalize(value v)
{
  free(*(struct counter **)Data_custom_val(v));
}

struct custom_operations counter_operations = {
  "bench.counter", counter_finalize, custom_compare_default, custom_hash_default,
  custom_serialize_default, custom_deserialize_default, custom_compare_ext_default,
  custom_fixed_length_default
};

value bench_custom(value count)
{
  CAMLparam1(count);
  CAMLlocal1(block);
  struct counter *counter = malloc(sizeof(struct counter));
  counter->count = Long_val(count);
  block = caml_alloc_custom(&counter_operations, sizeof(struct counter *), 0, 1);
  *(struct counter **)Data_custom_val(block) = counter;
  CAMLreturn(block);
}

value bench_custom_get(value v)
{
  CAMLparam1(v);
  CAMLreturn(Val_long((*(struct counter **)Data_custom_val(v))->count));
}

/* With the checks that Rust makes, in C at each access: that the value is a counter, and is not being changed. */
struct lent { struct counter counter; intnat users; };

value bench_lent(value count)
{
  CAMLparam1(count);
  CAMLlocal1(block);
  struct lent *lent = malloc(sizeof(struct lent));
  lent->counter.count = Long_val(count);
  lent->users = 0;
  block = caml_alloc_custom(&counter_operations, sizeof(struct lent *), 0, 1);
  *(struct lent **)Data_custom_val(block) = lent;
  CAMLreturn(block);
}

value bench_lent_get(value v)
{
  CAMLparam1(v);
  if (Is_long(v) || Tag_val(v) != Custom_tag || Custom_ops_val(v) != &counter_operations)
    caml_invalid_argument("bench_lent_get: expected a counter");
  struct lent *lent = *(struct lent **)Data_custom_val(v);
  if (lent->users < 0) caml_invalid_argument("bench_lent_get: being changed");
  lent->users++;
  intnat count = lent->counter.count;
  lent->users--;
  if (count < Min_long || count > Max_long) caml_invalid_argument("bench_lent_get: out of range");
  CAMLreturn(Val_long(count));
}

value bench_frozen(value count) { return bench_custom(count); }
value bench_frozen_get(value v) { return bench_custom_get(v); }

value bench_six(value a, value b, value c, value d, value e, value f)
{
  CAMLparam5(a, b, c, d, e);
  CAMLxparam1(f);
  CAMLreturn(Val_long(Long_val(a) + Long_val(b) + Long_val(c) + Long_val(d) + Long_val(e)
                      + Long_val(f)));
}

/* With the checks that Rust makes: of the arguments' types, and of the result's range. */
value bench_six_checked(value a, value b, value c, value d, value e, value f)
{
  CAMLparam5(a, b, c, d, e);
  CAMLxparam1(f);
  if (Is_block(a) || Is_block(b) || Is_block(c) || Is_block(d) || Is_block(e) || Is_block(f))
    caml_invalid_argument("bench_six: expected an int");
  intnat sum = Long_val(a) + Long_val(b) + Long_val(c) + Long_val(d) + Long_val(e) + Long_val(f);
  if (sum < Min_long || sum > Max_long) caml_invalid_argument("bench_six: out of range");
  CAMLreturn(Val_long(sum));
}

value bench_root(value v)
{
  CAMLparam1(v);
  static value root;
  root = v;
  caml_register_generational_global_root(&root);
  caml_remove_generational_global_root(&root);
  CAMLreturn(Val_unit);
}

value bench_callback(value f, value x)
{
  CAMLparam2(f, x);
  CAMLlocal1(result);
  result = caml_callback(f, x);
  CAMLreturn(result);
}

value bench_callback_twice(value f, value x)
{
  CAMLparam2(f, x);
  CAMLlocal1(result);
  result = caml_callback_exn(f, x);
  if (Is_exception_result(result)) caml_raise(Extract_exception(result));
  result = caml_callback_exn(f, result);
  if (Is_exception_result(result)) caml_raise(Extract_exception(result));
  CAMLreturn(result);
}

value bench_named_callback(value x)
{
  CAMLparam1(x);
  CAMLlocal1(result);
  static const value *function = NULL;
  if (function == NULL) function = caml_named_value("bench_succ");
  result = caml_callback(*function, x);
  CAMLreturn(result);
}

value bench_closure(value count)
{
  CAMLparam1(count);
  CAMLlocal1(counter);
  static const value *added = NULL;
  if (added == NULL) added = caml_named_value("bench_added");
  counter = bench_custom(count);
  CAMLreturn(caml_callback(*added, counter));
}

value bench_added(value v, value n)
{
  CAMLparam2(v, n);
  struct counter *counter = *(struct counter **)Data_custom_val(v);
  CAMLreturn(Val_long(counter->count + Long_val(n)));
}

/* type t = { n : int; rest : t' }, where t' is the next one; the last has no rest. */
static value nested(value record, int depth)
{
  CAMLparam1(record);
  CAMLlocal2(changed, rest);
  if (depth > 1) rest = nested(Field(record, 1), depth - 1);
  changed = caml_alloc(depth > 1 ? 2 : 1, 0);
  Store_field(changed, 0, Val_long(Long_val(Field(record, 0)) + 1));
  if (depth > 1) Store_field(changed, 1, rest);
  CAMLreturn(changed);
}

value bench_nested(value record) { return nested(record, 5); }

value bench_step(value step)
{
  CAMLparam1(step);
  CAMLlocal2(pair, result);
  static value go, turn;
  if (go == 0) {
    go = caml_hash_variant("Go");
    turn = caml_hash_variant("Turn");
  }
  if (Is_long(step)) CAMLreturn(step);
  result = caml_alloc(2, 0);
  Store_field(result, 0, Field(step, 0));
  if (Field(step, 0) == go) {
    Store_field(result, 1, Val_long(Long_val(Field(step, 1)) + 1));
  } else if (Field(step, 0) == turn) {
    pair = caml_alloc_tuple(2);
    Store_field(pair, 0, Field(Field(step, 1), 1));
    Store_field(pair, 1, Field(Field(step, 1), 0));
    Store_field(result, 1, pair);
  }
  CAMLreturn(result);
}

/* { size; data : (key, value) bucketlist array; ... }, bucketlist: Empty | Cons of { key; data; next } */
value bench_hashtbl_sum(value table)
{
  CAMLparam1(table);
  CAMLlocal2(buckets, cell);
  intnat sum = 0;
  buckets = Field(table, 1);
  for (mlsize_t i = 0; i < Wosize_val(buckets); i++)
    for (cell = Field(buckets, i); Is_block(cell); cell = Field(cell, 2))
      sum += Long_val(Field(cell, 0)) + Long_val(Field(cell, 1));
  CAMLreturn(Val_long(sum));
}

/* With the checks that Rust makes: of the table, of each cell, key and data, and of the result's range. */
value bench_hashtbl_sum_checked(value table)
{
  CAMLparam1(table);
  CAMLlocal2(buckets, cell);
  intnat sum = 0;
  if (Is_long(table) || Tag_val(table) != 0 || Wosize_val(table) != 4)
    caml_invalid_argument("bench_hashtbl_sum: expected a Hashtbl.t");
  buckets = Field(table, 1);
  if (Is_long(buckets) || Tag_val(buckets) != 0) caml_invalid_argument("bench_hashtbl_sum: expected an array");
  for (mlsize_t i = 0; i < Wosize_val(buckets); i++)
    for (cell = Field(buckets, i); cell != Val_long(0); cell = Field(cell, 2)) {
      if (Is_long(cell) || Tag_val(cell) != 0 || Wosize_val(cell) != 3)
        caml_invalid_argument("bench_hashtbl_sum: expected a bucket");
      if (Is_block(Field(cell, 0)) || Is_block(Field(cell, 1)))
        caml_invalid_argument("bench_hashtbl_sum: expected an int");
      sum += Long_val(Field(cell, 0)) + Long_val(Field(cell, 1));
    }
  if (sum < Min_long || sum > Max_long) caml_invalid_argument("bench_hashtbl_sum: out of range");
  CAMLreturn(Val_long(sum));
}

value bench_seq_sum(value seq)
{
  CAMLparam1(seq);
  CAMLlocal1(node);
  intnat sum = 0;
  for (;;) {
    node = caml_callback(seq, Val_unit);
    if (Is_long(node)) break;
    sum += Long_val(Field(node, 0));
    seq = Field(node, 1);
  }
  CAMLreturn(Val_long(sum));
}

/* With the checks that Rust makes: of each node, its element and the rest, and of the result's range. */
value bench_seq_sum_checked(value seq)
{
  CAMLparam1(seq);
  CAMLlocal1(node);
  intnat sum = 0;
  for (;;) {
    if (Is_long(seq) || (Tag_val(seq) != Closure_tag && Tag_val(seq) != Infix_tag))
      caml_invalid_argument("bench_seq_sum: expected a function");
    node = caml_callback(seq, Val_unit);
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

double bench_unboxed1(double a) { return a; }
double bench_unboxed2(double a, double b) { return a + b; }
double bench_unboxed3(double a, double b, double c) { return a + b + c; }
double bench_unboxed4(double a, double b, double c, double d) { return a + b + c + d; }

double bench_unboxed5(double a, double b, double c, double d, double e) { return a + b + c + d + e; }

double bench_unboxed6(double a, double b, double c, double d, double e, double f)
{
  return a + b + c + d + e + f;
}

double bench_unboxed7(double a, double b, double c, double d, double e, double f, double g)
{
  return a + b + c + d + e + f + g;
}

double bench_unboxed8(double a, double b, double c, double d, double e, double f, double g, double h)
{
  return a + b + c + d + e + f + g + h;
}

value bench_release(value unit)
{
  CAMLparam1(unit);
  caml_release_runtime_system();
  caml_acquire_runtime_system();
  CAMLreturn(Val_unit);
}

static void *attach(void *times)
{
  caml_c_thread_register();
  for (intnat i = 0; i < (intnat)times; i++) {
    caml_acquire_runtime_system();
    caml_release_runtime_system();
  }
  caml_c_thread_unregister();
  return NULL;
}

value bench_attach(value times)
{
  CAMLparam1(times);
  pthread_t thread;
  intnat count = Long_val(times);
  caml_release_runtime_system();
  pthread_create(&thread, NULL, attach, (void *)count);
  pthread_join(thread, NULL);
  caml_acquire_runtime_system();
  CAMLreturn(Val_unit);
}

//! Derived variants: constants, tuples, inline records, recursion, more than 255 constants.

use ocaml::{FromValue, IntoValue};

#[derive(FromValue, IntoValue)]
pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
    Empty,
    Named { name: String, sides: u8 },
    Unknown,
    Poly(Vec<(f64, f64)>),
}

#[ocaml::func]
pub fn variants_area(shape: Shape) -> f64 {
    match shape {
        Shape::Circle(r) => std::f64::consts::PI * r * r,
        Shape::Rect(w, h) => w * h,
        Shape::Empty | Shape::Unknown => 0.0,
        Shape::Named { sides, .. } => f64::from(sides),
        Shape::Poly(points) => points.len() as f64,
    }
}

#[ocaml::func]
pub fn variants_shape(shape: Shape) -> Shape {
    shape
}

#[derive(FromValue, IntoValue)]
pub enum Tree<T> {
    Leaf,
    Node(Box<Tree<T>>, T, Box<Tree<T>>),
}

#[ocaml::func]
pub fn variants_tree(tree: Tree<String>) -> Tree<String> {
    tree
}

impl Tree<isize> {
    fn complete(depth: usize) -> Tree<isize> {
        match depth.checked_sub(1) {
            None => Tree::Leaf,
            Some(rest) => Tree::Node(
                Box::new(Tree::complete(rest)),
                depth as isize,
                Box::new(Tree::complete(rest)),
            ),
        }
    }
}

#[ocaml::func]
pub fn variants_complete_tree(depth: usize) -> Tree<isize> {
    Tree::complete(depth)
}

#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub enum Id {
    Id(String),
}

#[ocaml::func]
pub fn variants_id(id: Id) -> Id {
    id
}

macro_rules! many {
    ($($name:ident)*) => {
        #[derive(Clone, Copy, PartialEq, FromValue, IntoValue)]
        pub enum Many { $($name),* }

        pub const ALL: &[Many] = &[$(Many::$name),*];
    };
}

many! {
    C000 C001 C002 C003 C004 C005 C006 C007 C008 C009 C010 C011 C012 C013 C014 C015 C016 C017 C018 C019
    C020 C021 C022 C023 C024 C025 C026 C027 C028 C029 C030 C031 C032 C033 C034 C035 C036 C037 C038 C039
    C040 C041 C042 C043 C044 C045 C046 C047 C048 C049 C050 C051 C052 C053 C054 C055 C056 C057 C058 C059
    C060 C061 C062 C063 C064 C065 C066 C067 C068 C069 C070 C071 C072 C073 C074 C075 C076 C077 C078 C079
    C080 C081 C082 C083 C084 C085 C086 C087 C088 C089 C090 C091 C092 C093 C094 C095 C096 C097 C098 C099
    C100 C101 C102 C103 C104 C105 C106 C107 C108 C109 C110 C111 C112 C113 C114 C115 C116 C117 C118 C119
    C120 C121 C122 C123 C124 C125 C126 C127 C128 C129 C130 C131 C132 C133 C134 C135 C136 C137 C138 C139
    C140 C141 C142 C143 C144 C145 C146 C147 C148 C149 C150 C151 C152 C153 C154 C155 C156 C157 C158 C159
    C160 C161 C162 C163 C164 C165 C166 C167 C168 C169 C170 C171 C172 C173 C174 C175 C176 C177 C178 C179
    C180 C181 C182 C183 C184 C185 C186 C187 C188 C189 C190 C191 C192 C193 C194 C195 C196 C197 C198 C199
    C200 C201 C202 C203 C204 C205 C206 C207 C208 C209 C210 C211 C212 C213 C214 C215 C216 C217 C218 C219
    C220 C221 C222 C223 C224 C225 C226 C227 C228 C229 C230 C231 C232 C233 C234 C235 C236 C237 C238 C239
    C240 C241 C242 C243 C244 C245 C246 C247 C248 C249 C250 C251 C252 C253 C254 C255 C256 C257 C258 C259
    C260 C261 C262 C263 C264 C265 C266 C267 C268 C269 C270 C271 C272 C273 C274 C275 C276 C277 C278 C279
    C280 C281 C282 C283 C284 C285 C286 C287 C288 C289 C290 C291 C292 C293 C294 C295 C296 C297 C298 C299
}

/// The constructor `step` places after this one, around the corner.
#[ocaml::func]
pub fn variants_many(many: Many, step: usize) -> Many {
    ALL[(many as usize + step) % ALL.len()]
}

/// An unboxed inline record.
#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub enum Angle {
    Angle { radians: f64 },
}

/// Flat: the angles are floats.
#[derive(FromValue, IntoValue)]
pub struct Corner {
    inner: Angle,
    outer: Angle,
}

#[ocaml::func]
pub fn variants_corner(c: Corner) -> Corner {
    Corner {
        inner: c.outer,
        outer: c.inner,
    }
}

/// Inline records of floats are not flat.
#[derive(FromValue, IntoValue)]
pub enum Vector {
    #[ocaml(rename = "Vec2")]
    Two { x: f64, y: f64 },
    #[ocaml(rename = "Vec3")]
    Three {
        #[ocaml(mutable)]
        x: f64,
        #[ocaml(rename = "y'")]
        y: f64,
        z: f64,
    },
}

#[ocaml::func]
pub fn variants_vector(v: Vector) -> Vector {
    v
}

/// OCaml has `Key`, `Quit`, `Silent` and `Resize`.
#[derive(FromValue, IntoValue)]
pub enum Event {
    #[ocaml(skip)]
    Start,
    Key(u8),
    #[ocaml(skip)]
    Internal(std::cell::Cell<u8>),
    Quit,
    Silent(#[ocaml(skip)] Vec<u8>),
    Resize(isize, #[ocaml(skip)] bool, isize),
}

#[ocaml::func]
pub fn variants_event(e: Event) -> Event {
    match e {
        Event::Key(b's') => Event::Start,
        Event::Key(b'i') => Event::Internal(std::cell::Cell::new(1)),
        Event::Silent(bytes) if !bytes.is_empty() => Event::Quit,
        Event::Resize(_, true, _) => Event::Quit,
        Event::Internal(never) => Event::Key(never.get()),
        other => other,
    }
}

/// `Self` behind a vector and inside of a tuple.
#[derive(FromValue, IntoValue)]
pub enum Json<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    List(Vec<Self>),
    Object(Vec<(&'a str, Self)>),
}

#[ocaml::func]
pub fn variants_json(json: Json) -> Json {
    json
}

/// Two types that need each other, and a chain.
#[derive(FromValue, IntoValue)]
pub enum Expression<T> {
    Value(T),
    Let(String, Box<Expression<T>>, Box<Body<T>>),
}

#[derive(FromValue, IntoValue)]
pub struct Body<T> {
    steps: Vec<Expression<T>>,
    next: Option<Box<Body<T>>>,
}

#[ocaml::func]
pub fn variants_body(body: Body<isize>) -> Body<isize> {
    body
}

macro_rules! many_blocks {
    ($($name:ident)*) => {
        /// As many as every OCaml has tags for.
        #[derive(FromValue, IntoValue)]
        pub enum ManyBlocks { $($name(usize)),* }

        impl ManyBlocks {
            fn argument(&self) -> usize {
                match self { $(ManyBlocks::$name(n) => *n),* }
            }
        }
    };
}

many_blocks! {
    B000 B001 B002 B003 B004 B005 B006 B007 B008 B009 B010 B011 B012 B013 B014 B015 B016 B017 B018 B019
    B020 B021 B022 B023 B024 B025 B026 B027 B028 B029 B030 B031 B032 B033 B034 B035 B036 B037 B038 B039
    B040 B041 B042 B043 B044 B045 B046 B047 B048 B049 B050 B051 B052 B053 B054 B055 B056 B057 B058 B059
    B060 B061 B062 B063 B064 B065 B066 B067 B068 B069 B070 B071 B072 B073 B074 B075 B076 B077 B078 B079
    B080 B081 B082 B083 B084 B085 B086 B087 B088 B089 B090 B091 B092 B093 B094 B095 B096 B097 B098 B099
    B100 B101 B102 B103 B104 B105 B106 B107 B108 B109 B110 B111 B112 B113 B114 B115 B116 B117 B118 B119
    B120 B121 B122 B123 B124 B125 B126 B127 B128 B129 B130 B131 B132 B133 B134 B135 B136 B137 B138 B139
    B140 B141 B142 B143 B144 B145 B146 B147 B148 B149 B150 B151 B152 B153 B154 B155 B156 B157 B158 B159
    B160 B161 B162 B163 B164 B165 B166 B167 B168 B169 B170 B171 B172 B173 B174 B175 B176 B177 B178 B179
    B180 B181 B182 B183 B184 B185 B186 B187 B188 B189 B190 B191 B192 B193 B194 B195 B196 B197 B198 B199
    B200 B201 B202 B203 B204 B205 B206 B207 B208 B209 B210 B211 B212 B213 B214 B215 B216 B217 B218 B219
    B220 B221 B222 B223 B224 B225 B226 B227 B228 B229 B230 B231 B232 B233 B234 B235 B236 B237 B238 B239
    B240 B241 B242 B243
}

#[ocaml::func]
pub fn variants_many_blocks(many: ManyBlocks) -> (usize, ManyBlocks) {
    (many.argument(), many)
}

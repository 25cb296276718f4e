struct Mine;

impl<'gc> ocaml::FromValue<'gc> for Mine {
    fn from_value(_: ocaml::Value<'gc>) -> Result<Self, ocaml::ConversionError> {
        Ok(Mine)
    }
}

fn main() {}

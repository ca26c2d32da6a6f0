//! A version of a regulation compared with another, and a draft tried on the cases of a year.

mod checked;
mod compared;
mod desk;
mod tried;

mod attackers;
mod case_list;
mod guarantees;
mod published;
mod references;
mod registers;
mod tables;

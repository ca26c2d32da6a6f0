mod attackers;
mod case_list;
mod guarantees;
mod references;
mod registers;
mod tables;

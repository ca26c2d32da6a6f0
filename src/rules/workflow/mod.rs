//! Rules on the workflow: order, recipients, data, closing.

rules! {
    w201, w202, w203, w204, w205, w206, w207, w208, w209, w210, w211, w212, w213, w214, w215, w216, w217,
    w218, w219, w220, w221, w222, w223, w224, w225,
}

#[cfg(test)]
#[path = "../../../tests/unit/rules/workflow/tests.rs"]
mod tests;

import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Keys } from '@ui/keys';
import { ToastOutlet } from '@ui/toasts';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet],
  template: '<router-outlet /><ui-toasts />',
})
export class App {
  constructor() {
    inject(Keys).listen();
  }
}

import { Component, inject } from '@angular/core';
import { Keys } from '@ui/keys';
import { Shell } from './shell/shell';

@Component({
  selector: 'app-root',
  imports: [Shell],
  template: '<app-shell />',
})
export class App {
  constructor() {
    inject(Keys).listen();
  }
}

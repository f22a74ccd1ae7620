import { Component, inject, signal, viewChild } from '@angular/core';
import { form, FormField, required, validateStandardSchema } from '@angular/forms/signals';
import { registerAccount } from '@wire/accounts';
import { interval, map, takeWhile } from 'rxjs';
import { Autosave } from '@ui/autosave';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { CompareTable } from '@ui/compare-table';
import { Confirmation } from '@ui/confirm';
import { Copy } from '@ui/copy';
import { Dialog } from '@ui/dialog';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { FilterBar } from '@ui/filter-bar';
import { CheckField } from '@ui/form/check-field';
import { DateField } from '@ui/form/date-field';
import { FileField, type UploadStep } from '@ui/form/file-field';
import { MoneyField } from '@ui/form/money-field';
import { OtpField } from '@ui/form/otp-field';
import { RadioCards } from '@ui/form/radio-cards';
import { SelectField } from '@ui/form/select-field';
import { StarsField } from '@ui/form/stars-field';
import { TagsField } from '@ui/form/tags-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { Cell } from '@ui/grid/cell';
import { DataGrid } from '@ui/grid/data-grid';
import { KeyMap } from '@ui/key-map';
import { Mark } from '@ui/mark';
import { Menu, MenuItem } from '@ui/menu';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { MoneyStrip } from '@ui/money-strip';
import { NextStep } from '@ui/next-step';
import { PageHeader } from '@ui/page-header';
import { Palette } from '@ui/palette';
import { Skeleton } from '@ui/skeleton';
import { Stars } from '@ui/stars';
import { StateRail } from '@ui/state-rail';
import { StatementTable } from '@ui/statement-table';
import { Status } from '@ui/status';
import { Stepper } from '@ui/stepper';
import { Tabs } from '@ui/tabs';
import { Timeline } from '@ui/timeline';
import { Toasts } from '@ui/toasts';
import { Icon } from '@ui/icon';
import * as sample from './samples';

/** Every piece of the kit in every state, to look at and to copy from. A help for developers. */
@Component({
  selector: 'app-kitchen-sink',
  imports: [
    Autosave,
    Avatar,
    Button,
    Card,
    Cell,
    CheckField,
    Chip,
    CompareTable,
    Copy,
    DataGrid,
    DateField,
    Dialog,
    EmptyState,
    ErrorState,
    FeeReceipt,
    FileField,
    FilterBar,
    FormField,
    Icon,
    KeyMap,
    Mark,
    Menu,
    MenuItem,
    Moment,
    MoneyField,
    MoneyStrip,
    MoneyView,
    NextStep,
    OtpField,
    PageHeader,
    Palette,
    RadioCards,
    SelectField,
    Skeleton,
    Stars,
    StarsField,
    StateRail,
    StatementTable,
    Status,
    Stepper,
    Tabs,
    TagsField,
    TextArea,
    TextField,
    Timeline,
  ],
  templateUrl: './kitchen-sink.html',
  styleUrl: './kitchen-sink.scss',
})
export class KitchenSink {
  protected readonly sample = sample;
  protected readonly toasts = inject(Toasts);
  protected readonly confirm = inject(Confirmation);
  protected readonly palette = viewChild.required(Palette);
  protected readonly keyMap = viewChild.required(KeyMap);
  protected readonly query = signal('clinic booking');
  protected readonly tab = signal('all');
  protected readonly step = signal('money');
  protected readonly selected = signal<ReadonlySet<string>>(new Set(['2']));
  protected readonly sort = signal<{ by: string; direction: 'asc' | 'desc' } | null>({
    by: 'amount',
    direction: 'desc',
  });
  protected readonly draft = signal(sample.draft);
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path.email, registerAccount.shape.email);
    required(path.title);
  });

  constructor() {
    this.form.email().markAsTouched();
  }

  /** Pretends to send: half a second per tenth, and a file named "fail" stops half-way. */
  protected readonly upload = (file: File) =>
    interval(120).pipe(
      map((tick): UploadStep<{ id: string; name: string; size: number }> => {
        if (file.name.includes('fail') && tick === 5) throw new Error('connection lost');
        const done = tick >= 10 ? { id: file.name, name: file.name, size: file.size } : undefined;
        return { sent: (file.size * tick) / 10, ...(done ? { done } : {}) };
      }),
      takeWhile(({ done }) => !done, true),
    );

  protected undoable(): void {
    this.toasts.say({ text: 'Proposal of Karim Adel declined.', undo: () => undefined });
  }
  protected async release(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Release ₹40,000',
      text: 'Yusuf Hassan gets ₹35,280.00 now. A release is final.',
      verb: 'Release ₹40,000',
      type: 'release',
    });
    if (sure) this.toasts.say({ text: 'Released.' });
  }
}

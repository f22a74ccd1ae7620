/** The topic that open pages of the console watch for an emergency. */
export const alarmTopic = 'alarms';

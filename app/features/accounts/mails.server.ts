export async function sendMagicLink(_message: { email: string; token: string }): Promise<void> {}

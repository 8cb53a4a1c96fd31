// What both clients need: who they are, and the thing that they do.
import assert from 'node:assert/strict';

export async function credentials(base) {
  const about = await (await fetch(`${base}/_emulator`)).json();
  const answer = await fetch(`${base}/common/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', client_id: about.clientId, refresh_token: about.refreshToken }),
  });
  const token = (await answer.json()).access_token;
  assert.ok(token, 'no access token');
  return { token, developerToken: about.developerToken, customerId: about.customerId, accountId: about.accountId };
}

export const campaign = (name) => ({
  BudgetType: 'DailyBudgetStandard', CampaignType: 'Search', DailyBudget: 12.5, Languages: ['English'], Name: name, TimeZone: 'PacificTimeUSCanadaTijuana',
});

export const ok = (what) => console.log(`ok ${what}`);

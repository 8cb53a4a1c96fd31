// A campaign's life through a client made from the OpenAPI description, every body checked against its schema: node openapi.mjs http://127.0.0.1:9013
import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { campaign, credentials, ok } from './world.mjs';

const [base] = process.argv.slice(2);
const description = async (service) => (await fetch(`${base}/openapi/v13/${service}.json`)).json();

for (const service of ['AdInsight', 'Bulk', 'CampaignManagement', 'CustomerBilling', 'CustomerManagement', 'Reporting']) {
  const result = await new Validator().validate(await description(service));
  assert.ok(result.valid, `${service}: ${JSON.stringify(result.errors)}`);
  ok(`${service} is a description`);
}

const who = await credentials(base);
const definition = await description('CampaignManagement');
const client = await new OpenAPIClientAxios({ definition, axiosConfigDefaults: { validateStatus: () => true } }).init();
client.defaults.headers.common = {
  Authorization: `Bearer ${who.token}`, CustomerAccountId: who.accountId, CustomerId: who.customerId, DeveloperToken: who.developerToken,
};

const schemas = new Ajv({ strict: false, validateFormats: false });
schemas.addSchema({ ...definition, $id: 'api' });
function check(schema, body) {
  const isValid = schemas.validate({ $ref: `api#/components/schemas/${schema}` }, body);
  assert.ok(isValid, `${schema}: ${schemas.errorsText()} in ${JSON.stringify(body)}`);
}

async function call(operation, body, status = 200) {
  check(`${operation}Request`, body);
  const answer = await client[operation](null, body);
  assert.equal(answer.status, status, JSON.stringify(answer.data));
  check(status === 200 ? `${operation}Response` : 'AnyApplicationFault', answer.data);
  assert.ok(answer.headers.trackingid);
  return answer.data;
}

const AccountId = who.accountId;
const name = 'By OpenAPI';
const { CampaignIds } = await call('AddCampaigns', { AccountId, Campaigns: [campaign(name)] });
assert.ok(BigInt(CampaignIds[0]) > 0n);
ok('added');

const get = async () => (await call('GetCampaignsByIds', { AccountId, CampaignIds, CampaignType: 'Search' })).Campaigns[0];
assert.equal((await get()).Name, name);
ok('read');

await call('UpdateCampaigns', { AccountId, Campaigns: [{ Id: CampaignIds[0], DailyBudget: 20 }] });
assert.equal((await get()).DailyBudget, 20);
assert.equal((await get()).Name, name);
ok('changed');

const { AdGroupIds } = await call('AddAdGroups', { CampaignId: CampaignIds[0], AdGroups: [{ Name: 'Group', Language: 'English', CpcBid: { Amount: 0.5 } }] });
const text = (Text) => ({ Asset: { Type: 'TextAsset', Text } });
const { AdIds } = await call('AddAds', {
  AdGroupId: AdGroupIds[0],
  Ads: [{
    Type: 'ResponsiveSearch', FinalUrls: ['https://shop.example.com/'], Headlines: [text('One'), text('Two'), text('Three')],
    Descriptions: [text('A first description.'), text('A second description.')],
  }],
});
const { Ads } = await call('GetAdsByIds', { AdGroupId: AdGroupIds[0], AdIds, AdTypes: ['ResponsiveSearch'] });
assert.equal(Ads[0].Type, 'ResponsiveSearch');
assert.equal(Ads[0].Headlines[1].Asset.Text, 'Two');
ok('told types apart');

const double = await call('AddCampaigns', { AccountId, Campaigns: [campaign(name)] });
assert.equal(double.PartialErrors[0].Code, 1115);
ok('refused a second of the name');

await call('DeleteCampaigns', { AccountId, CampaignIds });
assert.equal(await get(), null);
ok('deleted');

client.defaults.headers.common.Authorization = 'Bearer none';
const fault = await call('GetCampaignsByIds', { AccountId, CampaignIds }, 401);
assert.equal(fault.Errors[0].Code, 105);
ok('refused a stranger');

targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the installation; every name is derived from it.')
param environmentName string

@description('Region of everything, and the only one that takes writes.')
param location string

@description('Further regions of the database, read only, in the order in which they would take over.')
param readRegions array = []

@minValue(1000)
@description('The most request units a second; a tenth of it is always billed.')
param maxThroughput int = 1000

@allowed(['Continuous7Days', 'Continuous30Days'])
@description('How far back the database can be restored.')
param backupTier string = 'Continuous30Days'

@description('Who deploys: may seed, import and verify with the command line.')
param principalId string = ''

@description('Who may redact: a person, a group or an application, but not the running directory. Empty for nobody.')
param redactorPrincipalId string = ''

@secure()
@description('Protects the data-protection key ring; made once, see keyvault.bicep.')
param dataProtectionSecret string

@description('Whether an earlier deployment made the secret, which then stays as it is.')
param hasDataProtectionSecret bool = false

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-directory-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: 'cr${token}'
    location: location
    tags: tags
    pullPrincipalId: identity.outputs.principalId
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  scope: group
  params: {
    name: 'cae-${token}'
    location: location
    tags: tags
    workspaceName: monitoring.outputs.workspaceName
  }
}

module keyVault 'modules/keyvault.bicep' = {
  name: 'keyvault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    dataProtectionSecret: dataProtectionSecret
    hasDataProtectionSecret: hasDataProtectionSecret
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  scope: group
  params: {
    accountName: 'cosmos-${token}'
    location: location
    readRegions: readRegions
    maxThroughput: maxThroughput
    backupTier: backupTier
    tags: tags
  }
}

module cosmosAccess 'modules/cosmos-access.bicep' = {
  name: 'cosmos-access'
  scope: group
  params: {
    accountName: cosmos.outputs.accountName
    databaseName: cosmos.outputs.databaseName
    directoryPrincipalId: identity.outputs.principalId
    operatorPrincipalId: principalId
    redactorPrincipalId: redactorPrincipalId
  }
}

// What azd keeps, and hands to web.parameters.json and to the command line.
output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.endpoint
output AZURE_CONTAINER_ENVIRONMENT_NAME string = environment.outputs.name
output AZURE_KEY_VAULT_NAME string = keyVault.outputs.name
output AZURE_COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output AZURE_COSMOS_DATABASE string = cosmos.outputs.databaseName
output DIRECTORY_IDENTITY_NAME string = identity.outputs.name
output DIRECTORY_INSIGHTS_NAME string = monitoring.outputs.insightsName
output DIRECTORY_HAS_SECRET bool = true

param name string
param location string
param tags object

@description('What the running directory signs in as, everywhere: it has no password and no key.')
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

output name string = identity.name
output principalId string = identity.properties.principalId

param accountName string
param databaseName string

@description('The running directory: appends and reads, and keeps its work.')
param directoryPrincipalId string

@description('Who seeds, imports and verifies from the command line; empty for nobody.')
param operatorPrincipalId string

@description('Who may take a redacted body out of an entry; empty for nobody.')
param redactorPrincipalId string

var containers = 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers'

// What is not named here the database itself refuses: no entry can be changed or deleted by the directory, whatever its code does.
var roles = [
  {
    name: 'Append to the ledger'
    container: 'ledger'
    dataActions: [
      'Microsoft.DocumentDB/databaseAccounts/readMetadata'
      '${containers}/readChangeFeed'
      '${containers}/items/create'
      '${containers}/items/read'
    ]
  }
  {
    name: 'Redact the ledger'
    container: 'ledger'
    dataActions: [
      'Microsoft.DocumentDB/databaseAccounts/readMetadata'
      '${containers}/items/read'
      '${containers}/items/replace'
    ]
  }
  {
    name: 'Keep work'
    container: 'work'
    dataActions: [
      'Microsoft.DocumentDB/databaseAccounts/readMetadata'
      '${containers}/executeQuery'
      '${containers}/readChangeFeed'
      '${containers}/items/create'
      '${containers}/items/read'
      '${containers}/items/replace'
      '${containers}/items/upsert'
      '${containers}/items/delete'
    ]
  }
]

// Who has which of the roles above, by its place in the list.
var holders = [
  {
    principalId: directoryPrincipalId
    roles: [0, 2]
  }
  {
    principalId: operatorPrincipalId
    roles: [0, 2]
  }
  {
    principalId: redactorPrincipalId
    roles: [0, 1, 2]
  }
]

var assignments = flatten(map(filter(holders, holder => !empty(holder.principalId)), holder => map(holder.roles, role => {
  principalId: holder.principalId
  role: role
})))

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: accountName
}

@batchSize(1)
resource definition 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2024-11-15' = [for role in roles: {
  parent: account
  name: guid(account.id, role.name)
  properties: {
    roleName: role.name
    type: 'CustomRole'
    assignableScopes: ['${account.id}/dbs/${databaseName}/colls/${role.container}']
    permissions: [{ dataActions: role.dataActions }]
  }
}]

// One after the other: the account refuses two changes of its roles at once.
@batchSize(1)
resource assignment 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = [for given in assignments: {
  parent: account
  name: guid(account.id, roles[given.role].name, given.principalId)
  properties: {
    principalId: given.principalId
    roleDefinitionId: definition[given.role].id
    scope: '${account.id}/dbs/${databaseName}/colls/${roles[given.role].container}'
  }
}]

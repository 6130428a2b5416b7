// The directory itself. azd deploys this file with the image it has just built.

param environmentName string
param location string
param imageName string
param containerRegistryName string
param containerAppsEnvironmentName string
param identityName string
param insightsName string
param keyVaultName string
param cosmosEndpoint string
param cosmosDatabase string

@minValue(2)
@description('Two or more, so that one can be replaced while another answers.')
param minReplicas int = 2

@minValue(2)
param maxReplicas int = 6

@minValue(1)
@description('Requests at the same time for which one replica is enough.')
param requestsPerReplica int = 100

@description('The address under which the world knows the directory, such as directory.example.org; its DNS records come first, see README.md. Empty for the one that Azure gives.')
param customDomain string = ''

@description('Who runs the directory, shown on every page. Empty says nothing.')
param operatorName string = ''

@description('The server that takes the mail of the directory. Empty for none: then nobody can sign in by mail, and no reminders go out.')
param mailHost string = ''

param mailPort int = 587

@description('The address that mail comes from.')
param mailFrom string = ''

@description('Who signs in at the mail server, with the secret mail-password of the vault. Empty for a server that takes mail without.')
param mailUser string = ''

@description('The age of the answers from which readiness is degraded.')
param staleAfter string = '00:01:00'

@description('Receives OTLP and sends it on to Application Insights; the collector that the platform offers leaves metrics out.')
param collectorImage string = 'otel/opentelemetry-collector-contrib:0.124.1'

var appName = 'directory'
var port = 8080
var dataFolder = '/data'
var signsInForMail = !empty(mailHost) && !empty(mailUser)

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: containerRegistryName
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' existing = {
  name: containerAppsEnvironmentName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: keyVaultName
}

resource directory 'Microsoft.App/containerApps@2025-01-01' = {
  name: appName
  location: location
  tags: {
    'azd-env-name': environmentName
    'azd-service-name': 'web'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(customDomain) ? [] : [
          {
            name: customDomain
            bindingType: 'Auto'
          }
        ]
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: concat([
        {
          name: 'data-protection'
          keyVaultUrl: '${vault.properties.vaultUri}secrets/data-protection'
          identity: identity.id
        }
        {
          name: 'insights'
          value: insights.properties.ConnectionString
        }
      ], signsInForMail ? [
        {
          name: 'mail-password'
          keyVaultUrl: '${vault.properties.vaultUri}secrets/mail-password'
          identity: identity.id
        }
      ] : [])
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: { concurrentRequests: string(requestsPerReplica) }
            }
          }
        ]
      }
      volumes: [
        {
          name: 'data'
          storageType: 'EmptyDir'
        }
      ]
      containers: [
        {
          name: 'directory'
          image: imageName
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: [
            {
              volumeName: 'data'
              mountPath: dataFolder
            }
          ]
          env: concat([
            {
              name: 'Storage__Kind'
              value: 'Cosmos'
            }
            {
              name: 'Storage__Folder'
              value: dataFolder
            }
            {
              name: 'Storage__Cosmos__Endpoint'
              value: cosmosEndpoint
            }
            {
              name: 'Storage__Cosmos__Database'
              value: cosmosDatabase
            }
            {
              name: 'Storage__Cosmos__ClientId'
              value: identity.properties.clientId
            }
            {
              name: 'Health__StaleAfter'
              value: staleAfter
            }
            {
              name: 'Site__Operator'
              value: operatorName
            }
            {
              name: 'Site__PublicUrl'
              value: 'https://${empty(customDomain) ? '${appName}.${environment.properties.defaultDomain}' : customDomain}'
            }
            // Nothing but the platform's own proxy reaches the container, and it writes the caller's address itself.
            {
              name: 'Site__TrustedProxies__0'
              value: '0.0.0.0/0'
            }
            {
              name: 'Site__TrustedProxies__1'
              value: '::/0'
            }
            {
              name: 'DataProtection__Secret'
              secretRef: 'data-protection'
            }
            {
              name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
              value: 'http://localhost:4318'
            }
            {
              name: 'OTEL_EXPORTER_OTLP_PROTOCOL'
              value: 'http/protobuf'
            }
            {
              name: 'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE'
              value: 'delta'
            }
            {
              name: 'Mail__Kind'
              value: empty(mailHost) ? 'None' : 'Smtp'
            }
            {
              name: 'Mail__From'
              value: mailFrom
            }
            {
              name: 'Mail__Smtp__Host'
              value: mailHost
            }
            {
              name: 'Mail__Smtp__Port'
              value: string(mailPort)
            }
          ], signsInForMail ? [
            {
              name: 'Mail__Smtp__User'
              value: mailUser
            }
            {
              name: 'Mail__Smtp__Password'
              secretRef: 'mail-password'
            }
          ] : [])
          probes: [
            // The first load of a large ledger takes a while.
            {
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 30
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 3
            }
          ]
        }
        {
          name: 'collector'
          image: collectorImage
          args: ['--config=env:COLLECTOR_CONFIG']
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            {
              name: 'COLLECTOR_CONFIG'
              value: loadTextContent('collector.yaml')
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              secretRef: 'insights'
            }
          ]
        }
      ]
    }
  }
}

// Made after the application has the name, and bound to it by the platform.
resource certificate 'Microsoft.App/managedEnvironments/managedCertificates@2025-01-01' = if (!empty(customDomain)) {
  parent: environment
  name: 'directory-certificate'
  location: location
  properties: {
    subjectName: customDomain
    domainControlValidation: 'CNAME'
  }
  dependsOn: [directory]
}

output SERVICE_WEB_NAME string = directory.name
output SERVICE_WEB_URI string = 'https://${directory.properties.configuration.ingress.fqdn}'
